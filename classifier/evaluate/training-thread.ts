import type { Worker } from 'node:worker_threads';
import type { Model, ModelSettings } from '#classifier/core/model.ts';
import { type Course, courseOf, type TrainingSet } from './course.ts';
import { learnInTurns, type PackedLesson, together, unpackLesson } from './lesson.ts';
import { modelOf, type Tools } from './train.ts';

/** A course to be learned together; both threads take their turns from one number. */
export interface LessonJob {
  readonly course: Course;
  readonly turn: Int32Array;
}

/** A second thread to train with. */
export interface TrainingThread {
  /** The same model as `trainModel` makes, to the last bit. Rejects when the thread has died. */
  train(sets: readonly TrainingSet[], tools: Tools, settings?: ModelSettings): Promise<Model>;
  close(): Promise<void>;
}

/** Starts a thread on a program that answers jobs in their order. It gets ready while the caller goes on. */
export function startTrainingThread(program: URL, workerData: unknown): TrainingThread {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker: Worker = new Worker(program, { workerData });
  const waiting: PromiseWithResolvers<PackedLesson>[] = [];
  let problem: Error | null = null;
  const fail = (error: Error) => {
    problem ??= error;
    for (const { reject } of waiting.splice(0)) reject(problem);
  };
  worker.on('message', (lesson: PackedLesson) => waiting.shift()?.resolve(lesson));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the training thread has ended')));

  function ask(job: LessonJob): Promise<PackedLesson> {
    if (problem !== null) throw problem;
    const answer = Promise.withResolvers<PackedLesson>();
    waiting.push(answer);
    worker.postMessage(job);
    return answer.promise;
  }

  return {
    async train(sets, { reader, rules }, settings) {
      const course = courseOf(sets);
      const turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const [theirs, own] = await Promise.all([
        ask({ course, turn }),
        learnInTurns(course, reader, () => Atomics.add(turn, 0, 1)),
      ]);
      return modelOf(course, together(own, unpackLesson(theirs)), rules, settings);
    },
    close: async () => void (await worker.terminate()),
  };
}
