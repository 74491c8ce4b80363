import type { DecisionView, Disposition } from '#contract/desk-views.ts';
import type { Speech } from '../../strings/use-say.ts';
import { labelName } from '../labels/label-names.ts';

/** A decision in words. */
export function decisionText(decision: DecisionView, { say }: Pick<Speech, 'say'>): string {
  if ('label' in decision) {
    if (decision.label === null) return say('today.label.hidden');
    const what = say(`today.${decision.kind}`, { label: say(labelName(decision.label)) });
    if (decision.seconds === null) return what;
    const seconds = decision.seconds.toFixed(decision.seconds < 10 ? 1 : 0);
    return say('today.label.seconds', { what, seconds });
  }
  const { kind, value } = decision;
  if (value === null) return say('today.cleared', { field: say(`work.${kind}`) });
  const shown = kind === 'disposition' ? say(`work.disposition.${value as Disposition}`) : value;
  return say(`today.${kind}`, { value: shown });
}
