import type { Trouble } from '#classifier/core/trouble.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { flushBehind, followLog } from './journal.ts';

/**
 * Brings the journal up to the label log whenever it is called, without waiting for the disk: labels are saved all the same.
 * `onTrouble` is told once of a journal that cannot be written, and once more only where it could be written in between.
 */
export function followBehind(workspace: Workspace, onTrouble: (trouble: Trouble) => void): () => void {
  let tries = 0;
  /** The last try that failed, 0 once a later one is on the disk. */
  let failedTry = 0;
  const ended = (at: number, trouble: Trouble | null) => {
    if (trouble !== null) {
      if (failedTry === 0) onTrouble(trouble);
      failedTry = Math.max(at, failedTry);
    } else if (at > failedTry) {
      failedTry = 0;
    }
  };
  return () => {
    tries += 1;
    const at = tries;
    const flush = flushBehind(workspace, (trouble) => ended(at, trouble));
    const followed = followLog(workspace, { flush });
    if (!followed.ok) ended(at, followed.trouble);
  };
}
