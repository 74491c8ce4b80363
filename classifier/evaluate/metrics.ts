/** A probability given to a headline, and the answer of its label. */
export interface Prediction {
  readonly probability: number;
  readonly answer: boolean;
}

export interface Confusion {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** Counts of right and wrong decisions when everything from `cut` on is taken for yes. */
export function confusionOf(predictions: readonly Prediction[], cut = 0.5): Confusion {
  const count = (taken: boolean, right: boolean): number =>
    predictions.filter(({ probability, answer }) => probability >= cut === taken && answer === right).length;
  return {
    truePositive: count(true, true),
    falsePositive: count(true, false),
    falseNegative: count(false, true),
    trueNegative: count(false, false),
  };
}

/** Share of right decisions; NaN without predictions. */
export function accuracyOf({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): number {
  return (truePositive + trueNegative) / (truePositive + falsePositive + falseNegative + trueNegative);
}

/** F1 of the answer yes: 2TP / (2TP + FP + FN); 0 where nothing is yes and nothing was taken for it. */
export function f1Of({ truePositive, falsePositive, falseNegative }: Confusion): number {
  const weight = 2 * truePositive + falsePositive + falseNegative;
  return weight === 0 ? 0 : (2 * truePositive) / weight;
}

/** Mean of the F1 of yes and of no. */
export function macroF1Of(confusion: Confusion): number {
  const turned = {
    truePositive: confusion.trueNegative,
    falsePositive: confusion.falseNegative,
    falseNegative: confusion.falsePositive,
    trueNegative: confusion.truePositive,
  };
  return (f1Of(confusion) + f1Of(turned)) / 2;
}

/**
 * Area under the ROC curve: the chance that a yes gets a higher probability than a no, ties counting half
 * (Mann-Whitney). NaN where one answer is missing.
 */
export function rocAucOf(predictions: readonly Prediction[]): number {
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability);
  let rankSum = 0;
  let yes = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.probability === sorted[start]?.probability) end += 1;
    const rank = (start + 1 + end) / 2;
    for (const { answer } of sorted.slice(start, end)) {
      if (!answer) continue;
      rankSum += rank;
      yes += 1;
    }
    start = end;
  }
  const no = sorted.length - yes;
  return (rankSum - (yes * (yes + 1)) / 2) / (yes * no);
}

/** Average precision: the precision at each yes by falling probability, averaged; ties share one step. NaN without a yes. */
export function averagePrecisionOf(predictions: readonly Prediction[]): number {
  const sorted = [...predictions].sort((a, b) => b.probability - a.probability);
  const total = sorted.filter(({ answer }) => answer).length;
  let found = 0;
  let sum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.probability === sorted[start]?.probability) end += 1;
    const here = sorted.slice(start, end).filter(({ answer }) => answer).length;
    found += here;
    sum += (here * found) / end;
    start = end;
  }
  return sum / total;
}

/** Mean squared error of the probability (Brier 1950). */
export function brierOf(predictions: readonly Prediction[]): number {
  const squares = predictions.map(({ probability, answer }) => (probability - (answer ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / predictions.length;
}
