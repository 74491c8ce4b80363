import { describe, expect, it } from 'vitest';
import type { BlockResult } from './block-scorer.ts';
import { type BatchPart, runBatch } from './run-batch.ts';
import type { Team } from './team.ts';

const BLOCKS = 40;

async function* blocks(): AsyncGenerator<BatchPart> {
  for (let at = 0; at < BLOCKS; at += 1) {
    const bytes = new Uint8Array([at]);
    const block = { bytes, start: at, end: at + 1, tooLong: false };
    yield { feed: 0, part: { kind: 'block', block }, clusters: null };
  }
}

function resultOf(bytes: Uint8Array): BlockResult {
  return { output: new Uint8Array(bytes), lines: 1, bands: [1, 0, 0], insufficient: 0, bad: [] };
}

/** A team that answers late and is free one time in two. */
function slowTeam(answered: () => void): Team {
  let asked = 0;
  return {
    isFree: () => {
      asked += 1;
      return asked % 2 === 0;
    },
    score: ({ bytes }) => {
      const delay = (bytes[0] as number) % 3 === 0 ? 15 : 2;
      return new Promise((resolve) =>
        setTimeout(() => {
          answered();
          resolve(resultOf(bytes));
        }, delay),
      );
    },
    close: async () => undefined,
  };
}

const NEVER = new Promise<void>(() => undefined);

describe('runBatch', () => {
  it('hands results on in the order of the input, whoever scored them, and holds few', async () => {
    let here = 0;
    let there = 0;
    let most = 0;
    const taken: number[] = [];
    const team = slowTeam(() => {
      there += 1;
    });
    const ended = await runBatch(blocks(), {
      score: ({ bytes }) => {
        here += 1;
        return resultOf(bytes);
      },
      team: () => team,
      take: async ({ result }) => {
        most = Math.max(most, here + there - taken.length);
        taken.push(result?.output[0] as number);
        return true;
      },
      stopped: NEVER,
    });
    expect(ended).toBe('done');
    expect(taken).toEqual(Array.from({ length: BLOCKS }, (_, at) => at));
    expect([here > 0, there > 0]).toEqual([true, true]);
    expect(most).toBeLessThan(12);
  });

  it('ends when nobody takes more, and when it is stopped while it waits for input', async () => {
    const score = ({ bytes }: { bytes: Uint8Array }) => resultOf(bytes);
    const closed = await runBatch(blocks(), {
      score,
      team: () => null,
      take: async ({ result }) => result?.output[0] !== 3,
      stopped: NEVER,
    });
    expect(closed).toBe('closed');
    async function* silent(): AsyncGenerator<BatchPart> {
      yield* blocks();
      await NEVER;
    }
    let taken = 0;
    const stopped = await runBatch(silent(), {
      score,
      team: () => null,
      take: async () => {
        taken += 1;
        return true;
      },
      stopped: new Promise((resolve) => setTimeout(resolve, 100)),
    });
    expect([stopped, taken]).toEqual(['stopped', BLOCKS]);
  });
});
