import type { Label } from '#classifier/core/axis.ts';
import type { Disposition } from '#classifier/core/disposition.ts';
import type { DecisionView } from '#contract/desk-views.ts';
import type { Speech } from '../../strings/use-say.ts';
import { labelName } from '../labels/label-names.ts';

type Change =
  | Pick<Extract<DecisionView, { readonly label: Label | null }>, 'kind' | 'label'>
  | Pick<Extract<DecisionView, { readonly value: string | null }>, 'kind' | 'value'>;

/** What a decision changes, in words. */
export function changeText(change: Change, { say }: Pick<Speech, 'say'>): string {
  if ('label' in change) {
    if (change.label === null) return say('today.label.hidden');
    return say(`today.${change.kind}`, { label: say(labelName(change.label)) });
  }
  const { kind, value } = change;
  if (kind === 'flag' || kind === 'skip') return say(`today.${kind}.${value === null ? 'off' : 'on'}`);
  if (value === null) return say('today.cleared', { field: say(`work.${kind}`) });
  const shown = kind === 'disposition' ? say(`work.disposition.${value as Disposition}`) : value;
  return say(`today.${kind}`, { value: shown });
}

/** A decision in words, with the time that it took. */
export function decisionText(decision: DecisionView, speech: Pick<Speech, 'say'>): string {
  const what = changeText(decision, speech);
  if (!('label' in decision) || decision.label === null || decision.seconds === null) return what;
  const seconds = decision.seconds.toFixed(decision.seconds < 10 ? 1 : 0);
  return speech.say('today.label.seconds', { what, seconds });
}
