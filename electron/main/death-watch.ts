/** Deaths within a minute after which a process is given up. */
export const MOST_DEATHS = 3;
/** Milliseconds. */
const MINUTE = 60_000;

/** The deaths that still count at `now`, this one included. Times in milliseconds. */
export function countDeath(deaths: readonly number[], now: number): readonly number[] {
  return [...deaths.filter((time) => now - time < MINUTE), now];
}
