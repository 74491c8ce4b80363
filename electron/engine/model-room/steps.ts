import type { Steps } from './jobs.ts';

/** Runs steps as the part from `start` to `end` of a longer computation. */
export function* part<T>(steps: Steps<T>, start: number, end: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield start + step.value * (end - start);
  }
}
