import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, startEngine, valueOf } from './start-engine.ts';

const TIME = { timeout: 60_000 };
const LIST = Array.from({ length: 40 }, (_, at) => `第${at}条：提取DNA定制专属“恐龙宠物”第${at * 7}次`).join(
  '\n',
);
const canLimit = existsSync('/usr/bin/prlimit');

async function label(engine: Engine, headlineId: number) {
  const requestId = crypto.randomUUID();
  const given = { sensational: true, implausible: false };
  return engine.request('label.put', { requestId, headlineId, label: given });
}

async function opened() {
  const data = join(temporaryFolder(), 'data');
  const engine = await startEngine(data);
  valueOf(await engine.request('feed.paste', { text: LIST }));
  for (let id = 1; id <= 3; id += 1) valueOf(await label(engine, id));
  return { data, engine, labels: labelsOf(engine) };
}

const labelsOf = (engine: Engine) => async () =>
  valueOf(await engine.request('workspace.about', {})).deskLabels;

const linesIn = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

/** No file of the engine may grow beyond these bytes: the next write there is an error of input and output. */
function limit({ pid }: Engine, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

/** Nothing can be written in this folder, also not by root; false where that cannot be had. */
function writeProtect(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    return true;
  }
  return mount(folder, 'ro,size=1g');
}

/** Mounts a disk in memory; false where that is not allowed. */
function mount(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}

const OBSTACLES = {
  'lies on a full disk': {
    put: (journal: string) => {
      if (!mount(journal, 'size=4k')) return false;
      writeFileSync(join(journal, 'filler'), Buffer.alloc(4096));
      return true;
    },
    takeAway: (journal: string) => rmSync(join(journal, 'filler')),
    code: 'store-full',
  },
  'is no folder': {
    put: (journal: string) => {
      writeFileSync(journal, '');
      return true;
    },
    takeAway: (journal: string) => rmSync(journal),
    code: 'store-unwritable',
  },
} as const;

it.each(Object.entries(OBSTACLES))(
  'saves labels while the journal %s, says so once, and catches up',
  TIME,
  async (_story, { put, takeAway, code }) => {
    const { data, engine, labels } = await opened();
    const journal = join(data, 'journal');
    rmSync(journal, { recursive: true });
    if (!put(journal)) return;
    for (let id = 4; id <= 6; id += 1) valueOf(await label(engine, id));
    expect(await labels()).toBe(6);
    expect(engine.troubles).toMatchObject([
      { code, place: { file: journal }, sentence: { zh: expect.stringContaining('标注已保存') } },
    ]);
    takeAway(journal);
    valueOf(await label(engine, 7));
    expect(readdirSync(journal).flatMap((name) => linesIn(join(journal, name)))).toHaveLength(7);
    await engine.kill();
    expect(await labelsOf(await startEngine(data))()).toBe(7);
  },
);

it.skipIf(!canLimit)(
  'keeps what is saved, and goes on, when a backup or a label fails for an error of the disk',
  TIME,
  async () => {
    const { data, engine, labels } = await opened();
    const backups = join(data, 'backups');
    // Room for labels and their log, none for a copy of all.
    limit(engine, Math.floor(statSync(join(data, DATABASE_NAME)).size / 2));
    const failed = await engine.request('backup.make', {});
    expect(failed).toMatchObject({ ok: false, trouble: { code: 'store-failed' } });
    expect(readdirSync(backups)).toEqual([]);
    limit(engine, 0);
    expect(await label(engine, 4)).toMatchObject({
      ok: false,
      trouble: { code: expect.stringMatching(/^store-(full|failed)$/) },
    });
    expect(await labels()).toBe(3);
    limit(engine, 'unlimited');
    valueOf(await label(engine, 5));
    valueOf(await engine.request('backup.make', {}));
    expect(await labels()).toBe(4);
    expect(readdirSync(backups)).toHaveLength(1);
  },
);

it(
  'makes no backup where it would take the room that labels need, and goes on saving labels',
  TIME,
  async () => {
    const { data, engine, labels } = await opened();
    if (!mount(join(data, 'backups'), 'size=1m')) return;
    expect(await engine.request('backup.make', {})).toMatchObject({
      ok: false,
      trouble: { code: 'store-full', sentence: { zh: expect.stringContaining('标注照常保存') } },
    });
    expect(readdirSync(join(data, 'backups'))).toEqual([]);
    valueOf(await label(engine, 4));
    expect(await labels()).toBe(4);
  },
);

it('says that a backup folder cannot be written, and goes on saving labels', TIME, async () => {
  const { data, engine, labels } = await opened();
  if (!writeProtect(join(data, 'backups'))) return;
  expect(await engine.request('backup.make', {})).toMatchObject({
    ok: false,
    trouble: { code: 'store-unwritable', place: { file: expect.stringContaining('backups') } },
  });
  valueOf(await label(engine, 4));
  expect(await labels()).toBe(4);
});

it('says that a data folder cannot be written, and makes nothing there', TIME, async () => {
  const data = join(temporaryFolder(), 'data');
  if (!writeProtect(data)) return;
  const engine = await startEngine(data);
  expect(engine.first).toMatchObject({ kind: 'failed', trouble: { code: 'store-unwritable' } });
  expect(readdirSync(data)).toEqual([]);
});
