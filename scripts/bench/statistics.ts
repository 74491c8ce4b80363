/** The middle value; the mean of the two middle ones of an even number. Not a number of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The value that `share` percent of the values lie below. Not a number of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))] ?? Number.NaN;
}

/** Smallest and largest value. */
export function spread(values: readonly number[]): { least: number; most: number } {
  return { least: Math.min(...values), most: Math.max(...values) };
}

/** How many times `ours` goes into `theirs`, run by run: runs of one round met the same load of the machine. */
export function ratios(theirs: readonly number[], ours: readonly number[]): number[] {
  return theirs.slice(0, ours.length).map((value, round) => value / (ours[round] as number));
}

/**
 * What `measured` seconds for `lines` headlines come to for `wanted` of them: start-up once, the rest in proportion.
 * For peers that would need minutes for what we need seconds for.
 */
export function extrapolated(measured: number, start: number, lines: number, wanted: number): number {
  return start + (Math.max(0, measured - start) * wanted) / lines;
}
