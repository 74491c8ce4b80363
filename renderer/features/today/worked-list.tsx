import type { ReactElement } from 'react';
import type { WorkedView } from '#contract/desk-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { HeadlineLink } from './headline-link.tsx';

const MOST_IN_NOTE = 60;

interface WorkedListProps {
  readonly title: string;
  /** What to do so that something stands here. */
  readonly empty: string;
  readonly headlines: readonly WorkedView[];
}

/** Headlines to be seen to, with what is noted of them. */
export function WorkedList({ title, empty, headlines }: WorkedListProps): ReactElement {
  const { say } = useSay();
  return (
    <section className="card">
      <h2>{title}</h2>
      {headlines.length === 0 && <p className="card-lead">{empty}</p>}
      <ul className="worked">
        {headlines.map(({ digest, text, place, disposition, recheck, assignee, note }) => (
          <li key={digest}>
            <HeadlineLink text={text} place={place} />
            <p className="worked-facts">
              {[
                disposition === null ? '' : say(`work.disposition.${disposition}`),
                recheck === null ? '' : say('today.due.since', { day: recheck }),
                assignee === null ? '' : say('today.assignee', { value: assignee }),
                note === null ? '' : shorten(note, MOST_IN_NOTE),
              ]
                .filter((fact) => fact !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
