import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createJobs, type Steps } from './jobs.ts';

function* counting(done: number[]): Steps<string> {
  for (let step = 0; step < 20; step += 1) {
    done.push(step);
    yield step / 20;
  }
  return 'all';
}

it('a computation is stopped where it is, and goes on from there', async () => {
  const jobs = createJobs((error) => expect.unreachable(String(error)));
  const done: number[] = [];
  jobs.stop(true);
  const ask = () => jobs.ask('count', 'model@1', () => counting(done));
  expect(ask()).toEqual({ model: 'model@1', progress: 0, value: null, isStopped: true });
  await pause(20);
  expect(done).toEqual([]);
  jobs.stop(false);
  while (ask().progress < 1) await pause(1);
  expect(ask()).toEqual({ model: 'model@1', progress: 1, value: 'all', isStopped: false });
  expect(done).toHaveLength(20);
  jobs.stop(true);
  expect(ask()).toMatchObject({ progress: 1, isStopped: false });
});
