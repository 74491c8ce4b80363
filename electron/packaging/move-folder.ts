import { renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What Windows answers while a virus scanner reads files that have just been written. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const WAITS = [200, 500, 1_000, 2_000, 5_000];

/**
 * Renames a folder, once more after each of `waits` milliseconds where it is held.
 * @throws Error of the last try.
 */
export async function moveFolder(
  from: string,
  to: string,
  { rename = renameSync, waits = WAITS }: { rename?: typeof renameSync; waits?: readonly number[] } = {},
): Promise<void> {
  for (const wait of waits) {
    try {
      return rename(from, to);
    } catch (error) {
      if (!BUSY.has((error as NodeJS.ErrnoException).code)) throw error;
      await pause(wait);
    }
  }
  rename(from, to);
}
