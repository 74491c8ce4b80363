import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Preferences } from '#contract/preferences.ts';
import { platform } from '../../api.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import type { Say } from '../../strings/index.ts';
import { useSay } from '../../strings/use-say.ts';
import { ACTION_NAMES, type ActionName, actionOf } from '../keys/actions.ts';
import { keysOf, type Refusal, refusalOf, withKey, withoutKey, withUsualKeys } from '../keys/bindings.ts';
import { chordText } from '../keys/chord.ts';
import type { Unwrap } from '../status/use-trouble.ts';
import { KeyCatcher } from './key-catcher.tsx';

/** Every action with its keys, which can be taken away, added to and given back. A key that is taken is refused. */
export function KeySettings({ unwrap }: { readonly unwrap: Unwrap }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const chosen = useDeskState((state) => state.shell.preferences.keys);
  const [catching, setCatching] = useState<ActionName | null>(null);
  const [message, setMessage] = useState('');
  const change = (keys: Preferences['keys']) => void desk.prefer({ keys }, unwrap);
  const textOf = (chord: string) => chordText(chord, platform, say('keys.space'));

  function take(chord: string | null, name: ActionName): void {
    setCatching(null);
    const refusal = chord === null ? null : refusalOf(chord, name, chosen);
    if (chord === null) setMessage(say('settings.keys.unknown'));
    else if (refusal !== null) setMessage(refusalText(refusal, textOf(chord), say));
    else {
      change(withKey(chord, name, chosen));
      setMessage(say('settings.keys.added', { key: textOf(chord), action: say(`action.${name}`) }));
    }
  }

  return (
    <section className="key-settings">
      <header className="key-settings-head">
        <h3>{say('settings.keys')}</h3>
        <Button className="link" onPress={() => change({})}>
          {say('settings.keys.all.usual')}
        </Button>
      </header>
      <p className="card-lead">{say('settings.keys.lead')}</p>
      <p className="key-message" role="status">
        {message}
      </p>
      <ul className="key-rows">
        {ACTION_NAMES.map((name) => (
          <li key={name} className="key-row" data-action={name}>
            <span className="key-row-name">{say(`action.${name}`)}</span>
            <span className="key-row-keys">
              {keysOf(name, chosen).map((chord) => (
                <KeyChip
                  key={chord}
                  text={textOf(chord)}
                  remove={
                    actionOf(name).fixed?.includes(chord)
                      ? null
                      : say('settings.keys.remove', { action: say(`action.${name}`), key: textOf(chord) })
                  }
                  onRemove={() => change(withoutKey(chord, name, chosen))}
                />
              ))}
            </span>
            {catching === name ? (
              <KeyCatcher onKey={(chord) => take(chord, name)} onCancel={() => setCatching(null)} />
            ) : (
              <Button
                className="link"
                aria-label={say('settings.keys.add.of', { action: say(`action.${name}`) })}
                onPress={() => setCatching(name)}
              >
                {say('settings.keys.add')}
              </Button>
            )}
            <Button
              className="link"
              isDisabled={chosen[name] === undefined}
              aria-label={say('settings.keys.usual.of', { action: say(`action.${name}`) })}
              onPress={() => change(withUsualKeys(name, chosen))}
            >
              {say('settings.keys.usual')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function refusalText(refusal: Refusal, key: string, say: Say): string {
  if (refusal.kind === 'clash')
    return say('settings.keys.clash', { key, action: say(`action.${refusal.with}`) });
  return refusal.kind === 'reserved' ? say('settings.keys.reserved', { key }) : say('settings.keys.many');
}

interface KeyChipProps {
  readonly text: string;
  /** What the button says that takes the key away; null for a key that stays. */
  readonly remove: string | null;
  readonly onRemove: () => void;
}

function KeyChip({ text, remove, onRemove }: KeyChipProps): ReactElement {
  if (remove === null) return <kbd className="key-fixed">{text}</kbd>;
  return (
    <span className="key-chip">
      <kbd>{text}</kbd>
      <Button className="key-remove" aria-label={remove} onPress={onRemove}>
        <span aria-hidden="true">×</span>
      </Button>
    </span>
  );
}
