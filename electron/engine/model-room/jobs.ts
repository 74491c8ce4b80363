import type { JobView } from '#contract/model-views.ts';

/** Milliseconds that a job may hold the engine before requests get their turn. */
const TURN = 12;
/** The share that is told of a computation before its last step. */
const ALMOST = 0.99;

/** A computation in steps: each yield tells the share that is done. */
export type Steps<T> = Generator<number, T>;

/** Background computations by name, each for one model at a time; what is finished is kept. */
export interface Jobs {
  /**
   * What is known of a computation about a model. Where the latest finished one is about another model, a new one is
   * started from `steps`, in place of one under way that is about another model still.
   */
  ask<T>(name: string, model: string, steps: () => Steps<T>): JobView<T>;
  /** Stops all computations where they are, or lets them go on. */
  stop(isStopped: boolean): void;
}

interface Job {
  finished: { readonly model: string; readonly value: unknown } | null;
  running: { readonly model: string; readonly steps: Steps<unknown>; progress: number } | null;
}

/** `report` gets what a computation throws; the next question starts it anew. */
export function createJobs(report: (error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>();
  let isStopped = false;

  function work(job: Job): void {
    const { running } = job;
    if (running === null || isStopped) return;
    try {
      const until = performance.now() + TURN;
      do {
        const step = running.steps.next();
        if (step.done) {
          job.finished = { model: running.model, value: step.value };
          job.running = null;
          return;
        }
        running.progress = Math.min(step.value, ALMOST);
      } while (performance.now() < until);
      setTimeout(() => job.running === running && work(job), 0);
    } catch (error) {
      job.running = null;
      report(error);
    }
  }

  return {
    ask<T>(name: string, model: string, steps: () => Steps<T>) {
      const job = jobs.get(name) ?? { finished: null, running: null };
      jobs.set(name, job);
      if (job.finished?.model !== model && job.running?.model !== model) {
        const running = { model, steps: steps(), progress: 0 };
        job.running = running;
        setTimeout(() => job.running === running && work(job), 0);
      }
      const isPresent = job.finished?.model === model;
      const value = job.finished === null ? null : (job.finished.value as T);
      const progress = isPresent ? 1 : (job.running?.progress ?? 0);
      return { model, progress, value, isStopped: isStopped && !isPresent };
    },

    stop(wanted) {
      const goesOn = isStopped && !wanted;
      isStopped = wanted;
      if (goesOn) for (const job of jobs.values()) setTimeout(() => work(job), 0);
    },
  };
}
