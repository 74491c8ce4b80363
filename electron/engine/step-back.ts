import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Lets the threads that an editor waits for go before this one, for as long as it lives: only the superuser could take it back.
 * Linux alone has a priority for each thread, by its number (sched(7), “The nice value”); elsewhere nothing changes. A thread
 * that reads the store for long within one transaction must not step back: a checkpoint that makes labels wait may wait for it.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    if (getPriority(thread) < PRIORITY_BELOW_NORMAL) setPriority(thread, PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that hides its threads, or forbids this, is only a little slower.
  }
}
