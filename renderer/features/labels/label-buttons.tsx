import type { ReactElement } from 'react';
import { type Label, sameLabel } from '#classifier/core/axis.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { DECISIONS } from './key-map.ts';

/** The four decisions with their keys; the present one is pressed. */
export function LabelButtons({ label }: { readonly label: Label | null }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  return (
    <fieldset className="decisions">
      <legend className="unseen">{say('label.group')}</legend>
      {DECISIONS.map((decision) => (
        <button
          key={decision.key}
          type="button"
          className="decision"
          aria-pressed={label !== null && sameLabel(label, decision.label)}
          aria-keyshortcuts={decision.key}
          onClick={() => desk.label(decision.label)}
        >
          <kbd>{decision.key}</kbd>
          {say(decision.name)}
        </button>
      ))}
    </fieldset>
  );
}
