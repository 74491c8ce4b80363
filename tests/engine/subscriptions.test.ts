import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SubscriptionNews, SubscriptionView } from '#contract/subscription-views.ts';
import { feedServer } from '../helpers/feed-server.ts';
import { rssOf } from '../helpers/rss.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, startEngine, valueOf } from './start-engine.ts';

const DINOSAUR = '提取DNA定制专属“恐龙宠物”，孵化过程全程直播';
const PLAIN = '市政府召开常务会议';

/** The news of the n-th look that was told. */
async function news(engine: Engine, number: number): Promise<SubscriptionNews> {
  for (let turn = 0; turn < 4000; turn += 1) {
    const told = engine.events.filter(({ name }) => name === 'subscription.news')[number - 1];
    if (told?.name === 'subscription.news') return told.payload;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('There was no look.');
}

async function list(engine: Engine): Promise<readonly SubscriptionView[]> {
  return valueOf(await engine.request('subscription.list', {}));
}

const texts = async (engine: Engine, feedId: number): Promise<readonly string[]> =>
  valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId })).rows.map(({ text }) => text);

describe('subscriptions', { timeout: 60_000 }, () => {
  it('are looked at at once, tell what was flagged, and grow one list that is open', async () => {
    const engine = await startEngine(temporaryFolder());
    let titles = [DINOSAUR, PLAIN];
    const { url, asked } = await feedServer((_, response) => response.end(rssOf(...titles)));
    const refused = await engine.request('subscription.add', {
      address: url,
      everyMinutes: 30,
      allowPrivate: false,
    });
    expect(refused.ok ? null : refused.trouble.code).toBe('address-refused');
    expect(asked).toHaveLength(0);
    valueOf(await engine.request('subscription.add', { address: url, everyMinutes: 30, allowPrivate: true }));
    const first = await news(engine, 1);
    expect(first).toMatchObject({ name: '早报', added: 2, flaggedCount: 1, flagged: [DINOSAUR] });
    const feedId = first.feedId as number;
    expect([...(await texts(engine, feedId))].sort()).toEqual([DINOSAUR, PLAIN].sort());
    titles = [...titles, '大桥通车仪式举行'];
    const [one] = await list(engine);
    valueOf(await engine.request('subscription.poll', { id: one?.id as number }));
    expect(await news(engine, 2)).toMatchObject({ feedId, added: 1, flaggedCount: 0 });
    expect(await texts(engine, feedId)).toHaveLength(3);
    const rows = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId })).rows;
    const flagged = rows.find(({ text }) => text === DINOSAUR)?.id as number;
    expect(valueOf(await engine.request('headline.link', { headlineId: flagged }))).toEqual({
      link: 'https://example.org/0',
    });
    const label = { sensational: false, implausible: true };
    valueOf(
      await engine.request('label.put', {
        requestId: crypto.randomUUID(),
        headlineId: flagged,
        label,
      }),
    );
    expect(await list(engine)).toMatchObject([
      {
        name: '早报',
        items: 3,
        flagged: 1,
        judged: 1,
        confirmed: 1,
        share: { value: 1, high: 1 },
        failures: 0,
        trouble: null,
        isPolling: false,
      },
    ]);
    valueOf(await engine.request('subscription.remove', { id: one?.id as number }));
    expect(await list(engine)).toEqual([]);
    expect(await texts(engine, feedId)).toHaveLength(3);
  });

  it('of a folder are looked at when something is put into it; pausing ends that', async () => {
    const engine = await startEngine(temporaryFolder());
    const folder = temporaryFolder();
    valueOf(await engine.request('subscription.folder', { path: folder }));
    expect(await news(engine, 1)).toMatchObject({ added: 0 });
    writeFileSync(join(folder, 'a.txt'), `- ${PLAIN}\n- ${DINOSAUR}\n`);
    expect(await news(engine, 2)).toMatchObject({ added: 2, flaggedCount: 1 });
    const [one] = await list(engine);
    const paused = valueOf(
      await engine.request('subscription.pause', { id: one?.id as number, paused: true }),
    );
    expect(paused).toMatchObject([{ paused: true, kind: 'folder' }]);
  });

  it('that fail say why and when they are tried again, and labels go on', async () => {
    const engine = await startEngine(temporaryFolder());
    const { url } = await feedServer((_, response) =>
      response.writeHead(503, { 'retry-after': '7200' }).end(),
    );
    valueOf(await engine.request('subscription.add', { address: url, everyMinutes: 30, allowPrivate: true }));
    expect(await news(engine, 1)).toMatchObject({ added: 0 });
    const [failed] = await list(engine);
    expect(failed).toMatchObject({
      failures: 1,
      succeededAt: null,
      trouble: { zh: expect.stringContaining('503') },
    });
    expect(Date.parse(failed?.nextPollAt ?? '')).toBeGreaterThan(Date.now() + 7_000_000);
  });

  it('are none at first, and then nothing is asked', async () => {
    const engine = await startEngine(temporaryFolder());
    expect(await list(engine)).toEqual([]);
    expect(engine.events).toEqual([]);
  });
});
