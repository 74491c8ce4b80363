import type { ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import { useSay } from '../../strings/use-say.ts';
import { markClass } from './marked-headline.tsx';

const KINDS = ['rule', 'word'] as const;

/** What the marks in a headline mean. */
export function Legend(): ReactElement {
  const { say } = useSay();
  return (
    <ul className="legend" aria-label={say('legend.title')}>
      {AXES.flatMap((axis) =>
        KINDS.map((kind) => (
          <li key={`${axis} ${kind}`}>
            <mark className={markClass({ axis, kind })}>{say(`legend.${axis}.${kind}`)}</mark>
          </li>
        )),
      )}
    </ul>
  );
}
