import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { countsOf } from './report-counts.ts';

type Answers = Readonly<Record<string, Promise<Result<unknown>>>>;

const about = done({ folder: '/d', version: '1', model: 'workspace@1', deskLabels: 3 });
const feeds = done([{ headlines: 80 }, { headlines: 4 }]);
const never = new Promise<never>(() => undefined);

function engineThat(answers: Answers): EngineClient {
  return { request: (channel: string) => answers[channel] } as unknown as EngineClient;
}

describe('the counts of a report', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('say how much there is', async () => {
    const engine = engineThat({
      'feed.list': Promise.resolve(feeds),
      'workspace.about': Promise.resolve(about),
    });
    expect(await countsOf(engine)).toEqual({ lists: 2, headlines: 84, labels: 3, model: 'workspace@1' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('say why there are none', async () => {
    const damaged = failed(trouble('store-damaged', '坏了', 'broken'));
    const answers = { 'feed.list': Promise.resolve(feeds), 'workspace.about': Promise.resolve(damaged) };
    expect(await countsOf(engineThat(answers))).toEqual({ engine: 'store-damaged' });
  });

  it('wait five seconds for an engine that hangs, and no longer', async () => {
    const counts = countsOf(engineThat({ 'feed.list': Promise.resolve(feeds), 'workspace.about': never }));
    await vi.advanceTimersByTimeAsync(4_999);
    const early = await Promise.race([counts, Promise.resolve('waiting')]);
    expect(early).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await counts).toEqual({ engine: 'no answer' });
  });
});
