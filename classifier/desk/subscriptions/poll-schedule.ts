/** How the last look went, and how often looks are wanted. */
export interface Standing {
  readonly everyMinutes: number;
  /** Looks that have failed one after another, the last among them; 0 after one that did not. */
  readonly failures: number;
  /** Seconds that the server asked to be left alone; null where it did not. */
  readonly retryAfter: number | null;
}

const MINUTE = 60_000;
/** A server that fails is asked at least this often: being offline over night is normal. */
const LONGEST_WAIT = 4 * 60 * MINUTE;
/** A server cannot ask to be left alone for longer. */
const LONGEST_REST = 24 * 60 * MINUTE;

/**
 * Milliseconds until the next look. After failures the wait doubles each time, up to four hours; chance moves it, so
 * that many desks do not ask one server at the same moment.
 * @param random In [0, 1).
 */
export function nextDelay({ everyMinutes, failures, retryAfter }: Standing, random: number): number {
  const usual = everyMinutes * MINUTE;
  const asked = Math.min((retryAfter ?? 0) * 1000, LONGEST_REST);
  if (failures === 0) return Math.max(asked, usual * (0.95 + 0.1 * random));
  const longest = Math.max(usual, LONGEST_WAIT);
  const wait = Math.min(longest, usual * 2 ** Math.min(failures, 20));
  return Math.max(asked, wait * (0.5 + 0.5 * random));
}
