import type { Verdict } from '../judged.ts';

/** Probabilities as JSON prints them, by their ten-thousandths. */
const PRINTED = Array.from({ length: 10_000 }, (_, share) => String(share / 10_000));

/**
 * Prints a verdict, byte for byte as JSON.stringify would, with `model` and `cluster` already printed.
 * Made by hand because JSON.stringify takes longer than the scoring.
 */
export function verdictJson(
  verdict: Omit<Verdict, 'model' | 'cluster'>,
  model: string,
  cluster?: string,
): string {
  const { sensational, implausible, score, band, reasons, insufficient } = verdict;
  return `{"sensational":${printed(sensational)},"implausible":${printed(implausible)},"score":${printed(score)},"band":"${band}","reasons":${reasons.length === 0 ? '[]' : JSON.stringify(reasons)},"model":${model}${insufficient ? ',"insufficient":true' : ''}${cluster === undefined ? '' : `,"cluster":${cluster}`}}`;
}

/** A share in whole ten-thousandths, below 1. */
function printed(share: number): string {
  return PRINTED[Math.round(share * 10_000)] ?? JSON.stringify(share);
}
