import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import type { PartialLabel } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { findResources } from '#classifier/desk/find-resources.ts';
import type { TrainingSet } from '#classifier/evaluate/course.ts';
import { type Tools, trainModel } from '#classifier/evaluate/train.ts';
import { startTrainingThread, type TrainingThread } from '#classifier/evaluate/training-thread.ts';
import { composeHeadlines, readSources } from '../../scripts/bench/corpus.ts';
import { ROOT } from '../architecture/source-files.ts';

/** Threads take seconds to start where all cores are busy. */
const LIMIT = 120_000;
const RESOURCES = findResources(`${ROOT}/classifier/cli`);
const WORKER = pathToFileURL(`${ROOT}/classifier/cli/train-worker.ts`);
const ANSWERS = [true, false, null];

let assembly: Assembly;

beforeAll(async () => {
  const assembled = await assemble(RESOURCES, '/nonexistent/jianwen');
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  assembly = assembled.value;
}, LIMIT);

/** Headlines as they come, some with half a letter, with every mixture of answers. */
function setOf(count: number, seed: number, weight: number): TrainingSet {
  const texts = [...composeHeadlines(readSources(ROOT), count, seed)].map(({ text }) => text);
  const examples = texts.map((text, at) => {
    const label: PartialLabel = {
      sensational: ANSWERS[at % 3] ?? null,
      implausible: ANSWERS[Math.floor(at / 5) % 3] ?? null,
    };
    return { text: at % 50 === 0 ? `${text}\ud83d` : text, label, topic: null, difficulty: null };
  });
  return { examples, weight };
}

function started(resources = RESOURCES): TrainingThread {
  return startTrainingThread(WORKER, { resources, folder: '/nonexistent/jianwen' });
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** The same tools, which count the headlines that they read, and now and then wait: the thread is not left without a processor. */
function countingTools(): { tools: Tools; read: () => number } {
  let count = 0;
  const { reader, rules } = assembly;
  const findIn: typeof reader.signs.findIn = (text, keys) => {
    count += 1;
    if (count % 200 === 0) Atomics.wait(PAUSE, 0, 0, 5);
    return reader.signs.findIn(text, keys);
  };
  return { tools: { reader: { ...reader, signs: { ...reader.signs, findIn } }, rules }, read: () => count };
}

it(
  'makes the model of one thread, to the last bit, again and again',
  async () => {
    const thread = started();
    const courses = [[setOf(3000, 3, 1), setOf(30_000, 5, 5)], [setOf(5000, 7, 2)], [setOf(0, 7, 2)]];
    for (const sets of courses) {
      const trained = await thread.train(sets, assembly);
      const expected = trainModel(sets, assembly);
      expect(modelState(trained)).toEqual(modelState(expected));
      expect(trained.settings).toEqual(expected.settings);
    }
    await thread.close();
  },
  LIMIT,
);

it(
  'shares the headlines with the thread',
  async () => {
    const thread = started();
    await thread.train([setOf(0, 1, 1)], assembly);
    const { tools, read } = countingTools();
    await thread.train([setOf(33_000, 5, 5)], tools);
    expect(read()).toBeGreaterThan(0);
    expect(read()).toBeLessThan(33_000);
    await thread.close();
  },
  LIMIT,
);

it(
  'says so when the thread dies, and afterwards',
  async () => {
    const thread = started({ labels: '/nonexistent', rules: '/nonexistent' });
    await expect(thread.train([setOf(10, 1, 1)], assembly)).rejects.toThrow(/rules cannot be read/);
    await expect(thread.train([setOf(10, 1, 1)], assembly)).rejects.toThrow(/rules cannot be read/);
  },
  LIMIT,
);
