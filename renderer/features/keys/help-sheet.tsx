import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { ACTION_NAMES, actionOf, GROUPS } from './actions.ts';
import { runAction } from './run-action.ts';
import { useKeyTexts } from './use-key-text.ts';

/** All keys by what they are for, as they are set now. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const keyTexts = useKeyTexts();
  return (
    <SheetPage title={say('help.title')} className="help" onClose={onClose}>
      <p className="card-lead">{say('help.lead')}</p>
      <div className="help-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{say(`keys.group.${group}`)}</h3>
            <dl className="help-keys">
              {ACTION_NAMES.filter((name) => actionOf(name).group === group).map((name) => (
                <div key={name}>
                  <dt>{say(`action.${name}`)}</dt>
                  <dd>
                    {keyTexts(name).map((text) => (
                      <kbd key={text}>{text}</kbd>
                    ))}
                    {keyTexts(name).length === 0 && <span className="figure-none">{say('keys.none')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <Button className="plain-button" onPress={() => runAction(desk, 'settings')}>
          {say('help.change')}
        </Button>
      </p>
    </SheetPage>
  );
}
