import type { MouseEvent, ReactElement } from 'react';
import { type Label, sameLabel } from '#classifier/core/axis.ts';
import { platform } from '../../api.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { keysOf } from '../keys/bindings.ts';
import { chordText } from '../keys/chord.ts';
import { runAction } from '../keys/run-action.ts';
import { focusList } from '../queue/search-field.ts';
import { DECISIONS } from './decisions.ts';

const OTHERS = ['agree', 'skip', 'flag'] as const;

/** The four decisions with their keys, of which the present one is pressed, and what else one press does. */
export function LabelButtons({ label }: { readonly label: Label | null }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const chosen = useDeskState((state) => state.shell.preferences.keys);
  return (
    <fieldset className="decisions">
      <legend className="unseen">{say('label.group')}</legend>
      {DECISIONS.map((decision) => {
        const [key] = keysOf(decision.action, chosen);
        return (
          <button
            key={decision.action}
            type="button"
            className="decision"
            aria-pressed={label !== null && sameLabel(label, decision.label)}
            aria-keyshortcuts={key}
            onClick={(event) => {
              desk.label(decision.label);
              leaveAfterMouse(event);
            }}
          >
            {key !== undefined && <kbd>{chordText(key, platform, say('keys.space'))}</kbd>}
            {say(decision.name)}
          </button>
        );
      })}
      <p className="other-decisions">
        {OTHERS.map((name) => {
          const [key] = keysOf(name, chosen);
          return (
            <button
              key={name}
              type="button"
              className="link"
              aria-keyshortcuts={key}
              onClick={(event) => {
                runAction(desk, name);
                leaveAfterMouse(event);
              }}
            >
              {key !== undefined && <kbd>{chordText(key, platform, say('keys.space'))}</kbd>}{' '}
              {say(`action.${name}`)}
            </button>
          );
        })}
      </p>
    </fieldset>
  );
}

/** A button that was clicked would keep the space bar, which skips; one that was pressed by a key is to be pressed again. */
function leaveAfterMouse(event: MouseEvent): void {
  if (event.detail > 0) focusList();
}
