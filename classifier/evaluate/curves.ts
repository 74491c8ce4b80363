import type { Prediction } from './metrics.ts';

/** What is right and what is found when everything from `cut` on is taken for yes. */
export interface PrecisionRecall {
  readonly cut: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * The precision-recall curve by falling cut, in at most `most` points. The labels are weighed so that `share` of them
 * is yes, as in a feed. Empty where one answer is missing.
 */
export function precisionRecallOf(
  predictions: readonly Prediction[],
  share: number,
  most: number,
): PrecisionRecall[] {
  const sorted = [...predictions].sort((a, b) => b.probability - a.probability);
  const yes = sorted.filter(({ answer }) => answer).length;
  const no = sorted.length - yes;
  if (yes === 0 || no === 0) return [];
  const points: PrecisionRecall[] = [];
  let foundYes = 0;
  let foundNo = 0;
  for (const [at, { probability, answer }] of sorted.entries()) {
    if (answer) foundYes += 1;
    else foundNo += 1;
    if (sorted[at + 1]?.probability === probability) continue;
    const right = (share * foundYes) / yes;
    const wrong = ((1 - share) * foundNo) / no;
    points.push({ cut: probability, precision: right / (right + wrong), recall: foundYes / yes });
  }
  return thinned(points, most);
}

/** At most so many of the items, evenly spread, the first and the last among them. */
function thinned<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from(
    { length: most },
    (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))] as T,
  );
}
