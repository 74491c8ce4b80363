import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { putWork } from '#classifier/store/desk-work.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { forget } from '#classifier/store/forgetting.ts';
import { keepBackup, listBackups } from '#classifier/store/keep-backup.ts';
import { pendingForgetting } from '#classifier/store/pending-forgetting.ts';
import { stageFeed } from '#classifier/store/staged-feed.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { importFeedText } from './feed-import.ts';
import { countForGood, finishForgetting, forgetForGood } from './forget-for-good.ts';
import { followLog } from './journal/journal.ts';
import { JOURNAL } from './journal/journal-files.ts';
import { openForWork } from './open-backed-up.ts';
import { keepRejected } from './store-feed.ts';

const PERSON = { kind: 'annotator', annotator: '甲女士' } as const;
/** What may stand nowhere afterwards. */
const SECRET = /绝密第\d+|甲女士|密注\d+|密清单/g;

const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => `绝密第${at}号：提取DNA定制恐龙宠物${at * 7}次`);

/** Every file of a workspace in which something secret stands, with how often. */
function traces(folder: string): readonly (readonly [string, number])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (file) => [file.slice(folder.length), (readFileSync(file, 'utf8').match(SECRET) ?? []).length] as const,
    )
    .filter(([, found]) => found > 0);
}

function importSecret(workspace: Workspace, headlines: number) {
  const imported = importFeedText(workspace, '密清单', texts(headlines).join('\n'));
  if (!imported.ok) throw new Error(imported.trouble.sentence.en);
  return imported.value;
}

/** A small workspace with an editor's label, its journal, and two backups that hold it. */
async function smallDesk(folder: string): Promise<Workspace> {
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '绝密第1号', { annotator: '甲女士' });
  expect(followLog(workspace).ok).toBe(true);
  for (const [reason, day] of [
    ['asked', 1],
    ['restore', 2],
  ] as const)
    expect((await keepBackup(folder, reason, `2026-01-0${day}T00:00:00.000Z`)).ok).toBe(true);
  return workspace;
}

const backupsIn = (folder: string) => readdirSync(join(folder, 'backups'));

it('leaves no byte of an editor’s 1,500 labels, nor of a list of 3,000, in any file of the workspace', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  let day = 1;
  const workspace = testWorkspace(folder, {
    ...testTools(),
    now() {
      day += 1;
      return new Date(Date.UTC(2026, 0, day)).toISOString();
    },
  });
  const { feed } = importSecret(workspace, 3_000);
  for (const [at, text] of texts(1_500).entries()) {
    giveLabel(workspace, text, { annotator: at % 3 === 0 ? '甲女士' : '乙', note: `密注${at}` });
    const work = {
      field: 'note',
      digest: headlineDigest(text),
      text,
      value: `密注${at}`,
      madeAt: workspace.now(),
    } as const;
    if (at % 5 === 0) putWork(workspace.db, { ...work, annotator: '甲女士' }, crypto.randomUUID());
  }
  expect(followLog(workspace).ok).toBe(true);
  await keepBackup(folder, 'asked', '2026-01-01T00:00:00.000Z');
  expect(traces(folder).length).toBeGreaterThan(2);
  expect((await forgetForGood(workspace, PERSON)).ok).toBe(true);
  expect(traces(folder).some(([, found]) => found > 0)).toBe(true);
  const told = await forgetForGood(workspace, { kind: 'feed', feedId: feed.id, withLabels: true });
  expect(told).toMatchObject({ ok: true, value: { headlines: 3_000, labels: 1_000, backups: 1 } });
  expect(traces(folder)).toEqual([]);
  const [name = ''] = backupsIn(folder);
  const copy = new Database(join(folder, 'backups', name), { readonly: true });
  const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('headline'), count('feed'), count('feed_block'), count('headline_digest')]).toEqual([
    0, 0, 0, 0,
  ]);
  expect(pendingForgetting(copy)).toBeNull();
  copy.close();
});

it('finishes at the next opening what was ended after the deletion itself', async () => {
  const folder = temporaryFolder();
  const workspace = await smallDesk(folder);
  forget(workspace, PERSON);
  workspace.db.close();
  expect(traces(folder).map(([file]) => dirname(file))).toEqual(
    expect.arrayContaining(['/backups', '/journal']),
  );
  const opened = await openForWork(folder, testTools(), (problem) => expect(problem).toBeNull());
  if (!opened.ok) throw new Error(opened.trouble.sentence.en);
  expect(traces(folder)).toEqual([]);
  expect(backupsIn(folder).map((name) => name.slice(0, 16))).toEqual(['after-forgetting']);
  expect(pendingForgetting(opened.value.db)).toBeNull();
  expect(await finishForgetting(opened.value)).toEqual({ ok: true, value: 0 });
  opened.value.db.close();
});

it('keeps the old backups, says so and goes on at the next opening where no new one can be made', async () => {
  const folder = temporaryFolder();
  const workspace = await smallDesk(folder);
  const before = backupsIn(folder);
  const inTheWay = join(folder, 'backups', 'after-forgetting-2026-01-02T03-04-05-000Z.db.partial');
  mkdirSync(join(inTheWay, 'full'), { recursive: true });
  const failed = await forgetForGood(workspace, PERSON);
  if (failed.ok) throw new Error('There was nothing in the way.');
  expect(failed.trouble.sentence.zh).toContain('下次打开工作区时接着清');
  expect(backupsIn(folder)).toEqual(expect.arrayContaining(before));
  expect(pendingForgetting(workspace.db)).not.toBeNull();
});

it('counts the backups that would go, and makes the new one before the others go', async () => {
  const folder = temporaryFolder();
  const workspace = await smallDesk(folder);
  writeFileSync(join(folder, 'backups', 'timed-2026-01-01T00-00-00-000Z.db.partial'), '绝密第1号');
  writeFileSync(join(folder, 'jianwen.db.restoring'), '绝密第1号');
  expect(countForGood(workspace, PERSON)).toEqual({ headlines: 0, labels: 1, work: 0, views: 0, backups: 2 });
  let lay: readonly string[] = [];
  const forgotten = await forgetForGood(workspace, PERSON, {
    erase: async () => ({ ok: true, value: null }),
    async backUp(...backup) {
      const kept = await keepBackup(...backup);
      lay = backupsIn(folder);
      return kept;
    },
  });
  expect(forgotten).toMatchObject({ ok: true, value: { labels: 1, backups: 2 } });
  expect(lay).toHaveLength(4);
  expect(backupsIn(folder)).toHaveLength(1);
  expect(existsSync(join(folder, 'jianwen.db.restoring'))).toBe(false);
});

it('deletes the rejected rows of a list with it, and leaves those of others and an import under way', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const rejected = [{ row: 3, reason: { zh: '空', en: 'empty' }, content: '绝密第3号' }];
  const imported = importSecret(workspace, 3);
  const other = importFeedText(workspace, '别的', '通车\n开学');
  if (!other.ok) throw new Error(other.trouble.sentence.en);
  for (const one of [imported, other.value])
    expect((await keepRejected(workspace, one, { rejected })).ok).toBe(true);
  expect(readdirSync(join(folder, 'rejected'))).toHaveLength(2);
  stageFeed(workspace.db, { name: '正在导入', importedAt: workspace.now(), headlines: 9 });
  expect(
    (await forgetForGood(workspace, { kind: 'feed', feedId: imported.feed.id, withLabels: true })).ok,
  ).toBe(true);
  expect(readdirSync(join(folder, 'rejected'))).toEqual([`${other.value.feed.id}-别的.rejected.csv`]);
  expect(workspace.db.prepare('SELECT name FROM feed ORDER BY id').pluck().all()).toEqual([
    '别的',
    '正在导入',
  ]);
});

it('lets go of the backups also where the journal cannot be written anew, and says so', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '甲地通车', { annotator: '甲' });
  await keepBackup(folder, 'timer', '2026-01-02T03:04:05.678Z');
  writeFileSync(join(folder, JOURNAL), '');
  const doomed = { kind: 'annotator', annotator: '甲' } as const;
  expect(await forgetForGood(workspace, doomed)).toMatchObject({
    ok: false,
    trouble: { place: { file: join(folder, JOURNAL) } },
  });
  expect(listBackups(folder).map(({ kind }) => kind)).toEqual(['forgetting']);
  rmSync(join(folder, JOURNAL));
  expect(await forgetForGood(workspace, doomed)).toMatchObject({ ok: true, value: { labels: 0 } });
});
