import type { AnswersView } from '#contract/model-views.ts';
import type { StringKey } from '../../strings/index.ts';

/** What to say of the balance of the labels, and how many are wanted where that is known. */
export interface Advice {
  readonly key: StringKey & `advice.${string}`;
  readonly count: number;
}

/** Labels of each answer below which results are unsteady. */
const FEW = 10;
/** Times as many of one answer as of the other. */
const UNEVEN = 5;

/** What an editor may do for the balance of the desk's labels on an axis. */
export function balanceAdvice({ yes, no }: AnswersView): Advice {
  if (yes + no === 0) return { key: 'advice.none', count: 0 };
  const lesser = yes < no ? 'yes' : 'no';
  const [least, most] = yes < no ? [yes, no] : [no, yes];
  if (least === 0) return { key: `advice.lacks.${lesser}`, count: FEW };
  if (least < FEW) return { key: `advice.few.${lesser}`, count: FEW - least };
  if (most > least * UNEVEN) return { key: `advice.more.${lesser}`, count: 0 };
  return { key: 'advice.good', count: 0 };
}
