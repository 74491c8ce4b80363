import { BANDS, type Band } from '#classifier/core/bands.ts';

const CHECK = BANDS.indexOf('check');

/**
 * Tells by its place in {@link BANDS} whether a headline is printed where a band and above are wanted. One of which too
 * little is known has not passed: it is printed wherever those to be checked are.
 */
export function wantedFrom(least: Band): (band: number, isInsufficient: boolean) => boolean {
  const lowest = BANDS.indexOf(least);
  return (band, isInsufficient) => band >= lowest || (isInsufficient && lowest === CHECK);
}
