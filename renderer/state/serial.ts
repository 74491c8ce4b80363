/** One thing to do. False means that it failed, and that what was asked after it must not be done. */
export type Step = () => boolean | Promise<boolean>;

export interface Serial {
  /** Runs the step at once where nothing is under way, else after all that were asked before it. */
  run(step: Step): void;
  isIdle(): boolean;
}

/**
 * Carries out steps strictly in the order in which they were asked, however fast they come. A failed step takes
 * the waiting ones with it: each was meant for what the one before it would have left.
 */
export function createSerial(onDropped: (steps: number) => void): Serial {
  let waiting: Step[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = step();
      const isDone = typeof outcome === 'boolean' ? outcome : await outcome;
      if (isDone || waiting.length === 0) continue;
      const dropped = waiting.length;
      waiting = [];
      onDropped(dropped);
    }
    busy = false;
  }

  return {
    run(step) {
      waiting.push(step);
      if (!busy) void drain();
    },
    isIdle: () => !busy,
  };
}
