import type { ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import { useSay } from '../../strings/use-say.ts';
import { markClass } from './marked-headline.tsx';
import type { Segment } from './marks.ts';

const KINDS = ['rule', 'word'] as const;

/** What the marks in a headline mean; only those that it has. */
export function Legend({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  const { say } = useSay();
  const present = new Set(segments.flatMap((segment) => segment.marks.map(markClass)));
  const marks = AXES.flatMap((axis) => KINDS.map((kind) => ({ axis, kind })));
  return (
    <ul className="legend" aria-label={say('legend.title')}>
      {marks
        .filter((mark) => present.has(markClass(mark)))
        .map(({ axis, kind }) => (
          <li key={`${axis} ${kind}`}>
            <mark className={markClass({ axis, kind })}>{say(`legend.${axis}.${kind}`)}</mark>
          </li>
        ))}
    </ul>
  );
}
