import { mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headlineDigest } from '#classifier/store/digest.ts';
import { findFeed, listFeeds } from '#classifier/store/feeds.ts';
import { findHeadlineByDigest } from '#classifier/store/headlines.ts';
import { putLabel } from '#classifier/store/labelling.ts';
import { dropStaged, stageFeed } from '#classifier/store/staged-feed.ts';
import {
  findSubscription,
  flagHistory,
  listSubscriptions,
  removeSubscription,
  type Subscription,
} from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { importFeedText } from './feed-import.ts';
import { type Found, NOTHING_SEEN } from './subscriptions/found.ts';
import { lookAt } from './subscriptions/look-at.ts';
import { type FolderLimits, lookAtFolder } from './subscriptions/look-at-folder.ts';
import { subscribe } from './subscriptions/subscribe.ts';
import { takeLook } from './subscriptions/take-look.ts';

const NOW = '2026-01-02T03:04:05.000Z';

async function subscribed(workspace: Workspace, address = 'https://example.org/feed'): Promise<Subscription> {
  const made = await subscribe(workspace.db, { address, everyMinutes: 30, allowPrivate: false }, NOW);
  if (!made.ok) throw new Error(made.trouble.sentence.en);
  return made.value;
}

function found(...texts: readonly string[]): Found {
  const details = { source: '早报', url: null, publishedAt: null, id: null, metadata: null };
  const rows = texts.map((text, at) => ({ text, row: at + 1, details }));
  return {
    kind: 'read',
    rows,
    seen: JSON.stringify({ etag: `"${texts.length}"` }),
    troubles: [],
    hasMore: false,
  };
}

function again(workspace: Workspace, { id }: Subscription): Subscription {
  return findSubscription(workspace.db, id) as Subscription;
}

it('adds what is new to the end of one list, and what is known nowhere', async () => {
  const workspace = testWorkspace();
  const made = await subscribed(workspace);
  const first = takeLook(
    workspace,
    made,
    found('震惊!村民发现恐龙', '市政府发布新规', '震惊!村民发现恐龙'),
    0.5,
  );
  expect(first.added.map(({ text }) => text).sort()).toEqual(['市政府发布新规', '震惊!村民发现恐龙']);
  expect(again(workspace, made)).toMatchObject({
    name: '早报',
    seen: '{"etag":"\\"3\\""}',
    failures: 0,
    succeededAt: NOW,
    nextPollAt: '2026-01-02T03:34:05.000Z',
  });
  importFeedText(workspace, '别的清单', '- 甲标题在此\n- 乙标题在此\n');
  const second = takeLook(workspace, again(workspace, made), found('市政府发布新规', '大桥通车'), 0.5);
  expect(second.added.map(({ text }) => text)).toEqual(['大桥通车']);
  const feed = findFeed(workspace.db, again(workspace, made).feedId as number);
  expect(feed).toMatchObject({ headlines: 3, name: '早报' });
  expect(findHeadlineByDigest(workspace.db, headlineDigest('大桥通车'))).toMatchObject({
    position: 3,
    id: (feed?.firstId ?? 0) + 2,
  });
  expect(takeLook(workspace, again(workspace, made), found('大桥通车'), 0.5)).toMatchObject({
    feed: null,
    added: [],
  });
});

it('grows while a list is being imported, and a dropped import takes nothing of it along', async () => {
  const workspace = testWorkspace();
  const made = await subscribed(workspace);
  takeLook(workspace, made, found('市政府发布新规'), 0.5);
  const staged = stageFeed(workspace.db, { name: '半份', importedAt: NOW, headlines: 9 });
  expect(takeLook(workspace, again(workspace, made), found('大桥通车'), 0.5).added).toHaveLength(1);
  const other = await subscribed(workspace, 'https://example.org/other');
  expect(takeLook(workspace, other, found('山路塌方'), 0.5).added).toEqual([]);
  expect(again(workspace, other)).toMatchObject({
    seen: NOTHING_SEEN,
    failures: 0,
    nextPollAt: '2026-01-02T03:05:05.000Z',
  });
  for (const _ of dropStaged(workspace.db));
  expect(listFeeds(workspace.db).map(({ id }) => id)).not.toContain(staged.id);
  expect(findHeadlineByDigest(workspace.db, headlineDigest('大桥通车'))).toBeDefined();
  expect(takeLook(workspace, again(workspace, other), found('山路塌方'), 0.5).added).toHaveLength(1);
});

it('looks again soon where a look has left something, and goes on from there', async () => {
  const workspace = testWorkspace();
  const made = await subscribed(workspace);
  takeLook(workspace, made, { ...found('市政府发布新规'), hasMore: true } as Found, 0.5);
  expect(again(workspace, made)).toMatchObject({
    seen: '{"etag":"\\"1\\""}',
    failures: 0,
    nextPollAt: '2026-01-02T03:05:05.000Z',
  });
});

it('keeps what failed, waits longer each time, and forgets it at the next success', async () => {
  const workspace = testWorkspace();
  const made = await subscribed(workspace);
  takeLook(workspace, made, found('市政府发布新规'), 0.5);
  const problem = { code: 'feed-unreachable', sentence: { zh: '连不上', en: 'away' }, place: {} } as const;
  const failing: Found = { kind: 'failed', trouble: problem, retryAfter: null };
  takeLook(workspace, again(workspace, made), failing, 1);
  expect(again(workspace, made)).toMatchObject({
    failures: 1,
    trouble: problem,
    seen: '{"etag":"\\"1\\""}',
    succeededAt: NOW,
    nextPollAt: '2026-01-02T04:04:05.000Z',
  });
  takeLook(workspace, again(workspace, made), failing, 1);
  expect(again(workspace, made)).toMatchObject({ failures: 2, nextPollAt: '2026-01-02T05:04:05.000Z' });
  takeLook(workspace, again(workspace, made), { kind: 'unchanged' }, 0.5);
  expect(again(workspace, made)).toMatchObject({ failures: 0, trouble: null, seen: '{"etag":"\\"1\\""}' });
});

it('counts what became of its flags', async () => {
  const workspace = testWorkspace();
  const made = await subscribed(workspace);
  const { added } = takeLook(
    workspace,
    made,
    found('震惊!村民发现恐龙', '震惊!恐龙复活', '震惊!村民发现活恐龙', '市政府发布新规'),
    0.5,
  );
  workspace.db
    .prepare("UPDATE subscription_item SET band = 'flag' WHERE digest <> ?")
    .run(headlineDigest('市政府发布新规'));
  const label = (text: string, sensational: boolean): void => {
    const given = {
      digest: headlineDigest(text),
      text,
      label: { sensational, implausible: false },
      annotator: '',
      labelledAt: NOW,
      note: null,
      extra: null,
      shown: null,
    };
    putLabel(workspace, { ...given, origin: 'desk' }, crypto.randomUUID());
  };
  expect(added).toHaveLength(4);
  expect(flagHistory(workspace.db, made.id)).toEqual({ items: 4, flagged: 3, judged: 0, confirmed: 0 });
  label('震惊!恐龙复活', true);
  label('震惊!村民发现活恐龙', false);
  label('市政府发布新规', true);
  expect(flagHistory(workspace.db, made.id)).toEqual({ items: 4, flagged: 3, judged: 2, confirmed: 1 });
  removeSubscription(workspace.db, made.id);
  expect(listSubscriptions(workspace.db)).toEqual([]);
  expect(listFeeds(workspace.db)).toHaveLength(1);
  expect(workspace.db.prepare('SELECT count(*) FROM subscription_item').pluck().get()).toBe(0);
});

it('refuses what cannot be subscribed to', async () => {
  const { db } = testWorkspace();
  const refusal = async (address: string, allowPrivate = false): Promise<string> => {
    const made = await subscribe(db, { address, everyMinutes: 30, allowPrivate }, NOW);
    return made.ok ? 'made' : made.trouble.code;
  };
  expect(await refusal('ftp://example.org/')).toBe('address-refused');
  expect(await refusal('http://u:p@example.org/')).toBe('address-refused');
  expect(await refusal('http://127.0.0.1/')).toBe('address-refused');
  expect(await refusal('http://127.0.0.1/', true)).toBe('made');
  expect(await refusal('http://127.0.0.1', true)).toBe('request-invalid');
  expect(await refusal('/nonexistent')).toBe('file-missing');
  expect(await refusal(import.meta.filename)).toBe('request-invalid');
});

it('reads the files of a folder once, and again when they change', async () => {
  const folder = temporaryFolder();
  const look = async (seen = NOTHING_SEEN) => {
    const seenNow = await lookAt({ kind: 'folder', address: folder, allowPrivate: false, seen });
    if (seenNow.kind === 'failed') throw new Error(seenNow.trouble.sentence.en);
    return seenNow;
  };
  const texts = (one: Found): string[] => (one.kind === 'read' ? one.rows.map(({ text }) => text) : []);
  writeFileSync(join(folder, 'a.txt'), '- 市政府发布新规\n- 大桥通车\n');
  writeFileSync(join(folder, '__proto__'), '- 恐龙复活\n- 山路塌方\n');
  writeFileSync(join(folder, 'broken.jsonl'), '{"cut\n{"cut\n');
  writeFileSync(join(folder, '.hidden'), '- 看不见的标题\n');
  mkdirSync(join(folder, 'inside'));
  symlinkSync('/etc/passwd', join(folder, 'link.txt'));
  const first = await look();
  expect(texts(first).sort()).toEqual(['大桥通车', '山路塌方', '市政府发布新规', '恐龙复活'].sort());
  if (first.kind !== 'read') throw new Error(first.kind);
  expect(first.troubles.map(({ place }) => place.file)).toEqual([join(folder, 'broken.jsonl')]);
  expect((await look(first.seen)).kind).toBe('unchanged');
  const earlier = Object.fromEntries(
    ['a.txt', '__proto__', 'broken.jsonl'].map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return [name, `${size} ${mtimeMs}`];
    }),
  );
  expect((await look(JSON.stringify(earlier))).kind).toBe('unchanged');
  expect(texts(await look(JSON.stringify({ ...earlier, 'a.txt': '1 2' })))).toEqual([
    '市政府发布新规',
    '大桥通车',
  ]);
  writeFileSync(join(folder, 'a.txt'), '- 市政府发布新规\n- 大桥通车\n- 秋粮入库\n');
  expect(texts(await look(first.seen))).toEqual(['市政府发布新规', '大桥通车', '秋粮入库']);
  expect(
    await lookAt({ kind: 'folder', address: join(folder, 'gone'), allowPrivate: false, seen: NOTHING_SEEN }),
  ).toMatchObject({ kind: 'failed', trouble: { code: 'file-missing' } });
});

describe('a folder of more than one look reads', () => {
  const NAMES = ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt'];

  function folderOf(names: readonly string[]): string {
    const folder = temporaryFolder();
    for (const name of names) writeFileSync(join(folder, name), `- 标题${name}\n- 大桥通车${name}\n`);
    return folder;
  }

  /** What look after look brings until nothing is left, and what is seen then. */
  async function looksAt(folder: string, limits: FolderLimits) {
    const brought: string[][] = [];
    let seen = NOTHING_SEEN;
    for (;;) {
      const look = await lookAtFolder({ address: folder, seen }, limits);
      if (look.kind !== 'read') throw new Error(look.kind);
      brought.push(look.rows.map(({ text }) => text));
      seen = look.seen;
      if (!look.hasMore) return { brought, seen };
    }
  }

  const textsOf = (...names: readonly string[]) =>
    names.flatMap((name) => [`标题${name}`, `大桥通车${name}`]);

  it.each([
    ['files', { files: 2, rows: 100 }],
    ['headlines', { files: 100, rows: 3 }],
  ])('is read to its end, none of it twice, where a look has too many %s', async (_, limits) => {
    const folder = folderOf(NAMES);
    const { brought, seen } = await looksAt(folder, limits);
    expect(brought).toEqual([textsOf('1.txt', '2.txt'), textsOf('3.txt', '4.txt'), textsOf('5.txt')]);
    expect(await lookAtFolder({ address: folder, seen }, limits)).toEqual({ kind: 'unchanged' });
  });

  it('stays known when more comes, changes and goes', async () => {
    const folder = folderOf(NAMES);
    const limits = { files: 2, rows: 100 };
    const { seen } = await looksAt(folder, limits);
    rmSync(join(folder, '2.txt'));
    writeFileSync(join(folder, '4.txt'), '- 秋粮入库\n- 山路塌方\n');
    writeFileSync(join(folder, '0.txt'), '- 新规发布\n- 村口修桥\n');
    const look = await lookAtFolder({ address: folder, seen }, limits);
    if (look.kind !== 'read') throw new Error(look.kind);
    expect(look.rows.map(({ text }) => text)).toEqual(['新规发布', '村口修桥', '秋粮入库', '山路塌方']);
    expect(look.hasMore).toBe(false);
    expect((await lookAtFolder({ address: folder, seen: look.seen }, limits)).kind).toBe('unchanged');
  });
});
