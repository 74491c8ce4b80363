import { parentPort, workerData } from 'node:worker_threads';
import { assemble, type Resources } from '#classifier/desk/assemble.ts';
import { learnInTurns, packLesson } from '#classifier/evaluate/lesson.ts';
import type { LessonJob } from '#classifier/evaluate/training-thread.ts';

// A thread that trains beside the main thread: answers each course with what it has learned of it.
const { resources, folder } = workerData as { readonly resources: Resources; readonly folder: string };
const assembled = await assemble(resources, folder);
if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
const { reader } = assembled.value;

parentPort?.on('message', ({ course, turn }: LessonJob) => {
  const lesson = packLesson(learnInTurns(course, reader, () => Atomics.add(turn, 0, 1)));
  parentPort?.postMessage(lesson, [lesson.keys.buffer, lesson.counts.grams.cells.buffer]);
});
