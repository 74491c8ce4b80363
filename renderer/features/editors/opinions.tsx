import type { ReactElement } from 'react';
import type { OpinionView } from '#contract/desk-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { dayAndTime } from '../../ui/numbers.ts';
import { labelName } from '../labels/label-names.ts';
import { nameOf } from './editor-name.ts';

/** Who said what of a headline, and when. */
export function Opinions({ opinions }: { readonly opinions: readonly OpinionView[] }): ReactElement {
  const speech = useSay();
  const { say } = speech;
  return (
    <ul className="opinions">
      {opinions.map(({ annotator, label, at, seconds }) => {
        const what = say(labelName(label));
        return (
          <li key={annotator}>
            <strong>{nameOf(annotator, speech)}</strong>{' '}
            {seconds === null
              ? what
              : say('today.label.seconds', { what, seconds: seconds.toFixed(seconds < 10 ? 1 : 0) })}{' '}
            <time dateTime={at}>{dayAndTime(at)}</time>
          </li>
        );
      })}
    </ul>
  );
}
