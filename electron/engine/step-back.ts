import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Lets the threads that an editor waits for go before this one, for as long as it lives: only the superuser could take it back.
 * Linux alone has a priority for each thread, by its number (sched(7), “The nice value”); elsewhere nothing changes. A thread
 * that holds a lock which a label may wait for must not step back.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(basename(readlinkSync('/proc/thread-self')));
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  if (getPriority(thread) < PRIORITY_BELOW_NORMAL) setPriority(thread, PRIORITY_BELOW_NORMAL);
}
