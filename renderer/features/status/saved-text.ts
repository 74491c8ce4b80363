import type { Speech } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { nameOf } from '../editors/editor-name.ts';
import { labelName } from '../labels/label-names.ts';
import { changeText } from '../today/decision-text.ts';
import type { Saved } from './status-state.ts';

/** Characters of a headline in the status line. */
const MOST = 18;

/** What was saved, taken back or done again, and of which headline. */
export function savedText(saved: Saved, speech: Speech): string {
  const { say } = speech;
  if (saved.kind === 'turned') {
    const { kind, changes, changesInAll } = saved.view;
    const [first] = changes;
    if (first === undefined) return say(`status.saved.${kind}.nothing`);
    const headline = quoted(first.text, changesInAll, speech);
    const who = first.annotator === '' ? '' : nameOf(first.annotator, speech);
    return say(`status.saved.${kind}`, { headline, what: changeText(first, speech), who });
  }
  const headline = quoted(saved.text, saved.count, speech);
  if (saved.kind === 'label')
    return say('status.saved.label', { headline, label: say(labelName(saved.label)) });
  const what = changeText({ kind: saved.field, value: saved.value }, speech);
  return say('status.saved.label', { headline, label: what });
}

function quoted(text: string, count: number, { say }: Speech): string {
  const headline = shorten(text, MOST);
  return count > 1 ? say('status.headlines', { headline, count }) : say('status.headline', { headline });
}
