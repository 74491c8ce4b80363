/** Deaths within the window after which the engine is given up. */
export const MOST_DEATHS = 3;
/** Milliseconds. */
const DEATH_WINDOW = 60_000;

/** The deaths that still count at `now`, this one included. Times in milliseconds. */
export function countDeath(deaths: readonly number[], now: number): readonly number[] {
  return [...deaths.filter((time) => now - time < DEATH_WINDOW), now];
}
