import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { startLists } from './lists/list-client.ts';

const ENDED = { ok: false, trouble: { code: 'engine-stopped' } };

/** Speaks to a thread of this program. */
function speakTo(program: string) {
  const thread = new Worker(program, { eval: true });
  onTestFinished(async () => void (await thread.terminate()));
  const death = new Promise((resolve) => {
    thread.once('error', resolve);
    thread.once('exit', resolve);
  });
  const errors: unknown[] = [];
  const lists = startLists(
    { thread, death },
    () => undefined,
    (error) => errors.push(error),
  );
  return { lists, errors };
}

it('answers what a thread was asked that is stopped, and what is asked of it afterwards', async () => {
  const { lists, errors } = speakTo('setInterval(() => undefined, 1_000_000)');
  const asked = [lists.ask('story', 1), lists.ask('facets', 'all')];
  await lists.stop();
  expect(await Promise.all(asked)).toMatchObject([ENDED, ENDED]);
  expect(await lists.ask('story', 1)).toMatchObject(ENDED);
  expect(errors).toEqual([]);
});

it('answers what a thread was asked that dies of it, once it is told what ended it', async () => {
  const { lists, errors } = speakTo(
    `require('node:worker_threads').parentPort.once('message', () => { throw new Error('damaged'); })`,
  );
  expect(await lists.ask('story', 1)).toMatchObject(ENDED);
  expect(errors).toMatchObject([{ message: 'damaged' }]);
  expect(await lists.ask('story', 1)).toMatchObject(ENDED);
});
