/** One thing to do. False means that it failed, and that what was asked after it must not be done. */
export type Step = () => boolean | Promise<boolean>;

export interface Serial {
  /**
   * Runs the step at once where nothing is under way, else after all that were asked before it. `onDropped` is called in its
   * place where it must not be done.
   */
  run(step: Step, onDropped?: () => void): void;
  isIdle(): boolean;
}

/**
 * Carries out steps strictly in the order in which they were asked, however fast they come. A failed step takes
 * the waiting ones with it: each was meant for what the one before it would have left.
 */
export function createSerial(onDropped: (steps: number) => void): Serial {
  let waiting: { readonly step: Step; readonly onDropped: (() => void) | undefined }[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = next.step();
      const isDone = typeof outcome === 'boolean' ? outcome : await outcome;
      if (isDone || waiting.length === 0) continue;
      const dropped = waiting;
      waiting = [];
      for (const one of dropped) one.onDropped?.();
      onDropped(dropped.length);
    }
    busy = false;
  }

  return {
    run(step, onDropped) {
      waiting.push({ step, onDropped });
      if (!busy) void drain();
    },
    isIdle: () => !busy,
  };
}
