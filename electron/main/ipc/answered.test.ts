import { expect, it } from 'vitest';
import { done } from '#classifier/core/result.ts';
import { answered } from './answered.ts';

it.each([
  ['rejects', () => Promise.reject(new Error('no display'))],
  [
    'throws',
    () => {
      throw new Error('no display');
    },
  ],
])('a handler that %s is reported and answered', async (_story, handle) => {
  const reported: unknown[] = [];
  const answer = await answered(handle, (error) => reported.push(error));
  expect(answer).toMatchObject({ ok: false, trouble: { code: 'request-failed' } });
  expect(reported.map(String)).toEqual(['Error: no display']);
});

it('what a handler answers is left as it is', async () => {
  const reported: unknown[] = [];
  expect(
    await answered(
      async () => done(7),
      (error) => reported.push(error),
    ),
  ).toEqual(done(7));
  expect(reported).toEqual([]);
});
