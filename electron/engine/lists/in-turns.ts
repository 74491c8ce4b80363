import { setImmediate } from 'node:timers/promises';

/** Milliseconds that work may keep a question waiting. */
const TURN = 4;

/** Takes steps to their end with chances in between to answer questions. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  let until = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + TURN;
  }
}

/** Takes steps to their end in one go. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
