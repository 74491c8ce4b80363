import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, startEngine, valueOf } from './start-engine.ts';

const LIST = Array.from({ length: 40 }, (_, at) => `第${at}条：提取DNA定制专属“恐龙宠物”第${at * 7}次`).join(
  '\n',
);
const SENSATIONAL = { sensational: true, implausible: false };

async function label(engine: Engine, headlineId: number) {
  const requestId = crypto.randomUUID();
  return engine.request('label.put', { requestId, headlineId, label: SENSATIONAL });
}

/** A workspace with five labels, a backup, and two labels more; its engine is gone. */
async function workedOn() {
  const data = join(temporaryFolder(), 'data');
  const engine = await startEngine(data);
  valueOf(await engine.request('feed.paste', { text: LIST }));
  for (let id = 1; id <= 5; id += 1) valueOf(await label(engine, id));
  const { name } = valueOf(await engine.request('backup.make', {}));
  for (let id = 6; id <= 7; id += 1) valueOf(await label(engine, id));
  return { data, file: join(data, DATABASE_NAME), name, engine };
}

function spoil(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

const labelsOf = async (engine: Engine) => valueOf(await engine.request('workspace.about', {})).deskLabels;

it('restores a backup over a workspace whose header is damaged, and goes on', {
  timeout: 60_000,
}, async () => {
  const { data, file, name, engine: first } = await workedOn();
  await first.kill();
  // The write-ahead log would have the header, too.
  expect((await runCli(['db', 'compact', '--data', data])).status).toBe(0);
  spoil(file, 0, 100);
  const engine = await startEngine(data);
  expect(engine.first).toMatchObject({ kind: 'damaged', trouble: { code: 'store-damaged' } });
  expect(await engine.request('feed.list', {})).toMatchObject({ trouble: { code: 'store-damaged' } });
  const { backups } = valueOf(await engine.request('backup.list', {}));
  expect(backups.map((one) => one.name)).toEqual([name]);
  expect(valueOf(await engine.request('backup.check', { name }))).toEqual({ sound: true, labels: 5 });
  expect(await engine.request('recovery.look', {})).toMatchObject({ trouble: { code: 'store-damaged' } });

  const saved = join(data, '..', 'saved.jsonl');
  expect(valueOf(await engine.request('recovery.salvage', { path: saved }))).toEqual({
    path: saved,
    entries: 7,
    lost: 0,
  });
  valueOf(await engine.request('backup.restore', { name }));
  expect(await labelsOf(engine)).toBe(5);
  valueOf(await label(engine, 9));
  expect(await labelsOf(engine)).toBe(6);
  await engine.kill();
  expect((await runCli(['label', 'import', saved, '--data', data])).stderr).toMatch(/2/);
  const again = await startEngine(data);
  expect(await labelsOf(again)).toBe(8);
  expect(readdirSync(join(data, 'backups')).some((one) => one.startsWith('damaged-'))).toBe(true);
});

it('opens a workspace with a damaged page for reading only, and restores it then', {
  timeout: 60_000,
}, async () => {
  const { data, file, name, engine: first } = await workedOn();
  await first.kill();
  expect((await runCli(['db', 'compact', '--data', data])).status).toBe(0);
  spoil(file, Math.floor(readFileSync(file).length / 4096 / 2) * 4096, 4096);
  const engine = await startEngine(data);
  expect(engine.first).toMatchObject({ kind: 'damaged' });
  valueOf(await engine.request('recovery.look', {}));
  const [feed] = valueOf(await engine.request('feed.list', {}));
  await engine.request('headline.list', { ...EVERYTHING, feedId: feed?.id ?? 1 });
  expect(await label(engine, 12)).toMatchObject({ ok: false });
  valueOf(await engine.request('backup.restore', { name }));
  expect(await labelsOf(engine)).toBe(5);
});

it('takes a restore back by restoring what was kept before it', { timeout: 60_000 }, async () => {
  const { name, engine } = await workedOn();
  valueOf(await engine.request('backup.restore', { name }));
  expect(await labelsOf(engine)).toBe(5);
  const before = valueOf(await engine.request('backup.list', {})).backups.find(
    ({ kind }) => kind === 'restore',
  );
  valueOf(await engine.request('backup.restore', { name: before?.name ?? '' }));
  expect(await labelsOf(engine)).toBe(7);
});

it('keeps what is open where the chosen backup is no sound one', { timeout: 60_000 }, async () => {
  const { data, name, engine } = await workedOn();
  spoil(join(data, 'backups', name), 4096, 8192);
  expect(valueOf(await engine.request('backup.check', { name })).sound).toBe(false);
  expect(await engine.request('backup.restore', { name })).toMatchObject({
    trouble: { code: 'store-damaged' },
  });
  expect(await labelsOf(engine)).toBe(7);
});

it.each(['deleted', 'replaced'] as const)(
  'notices that the open database was %s, writes nothing, and has kept all',
  {
    timeout: 60_000,
  },
  async (how) => {
    const { data, file, engine } = await workedOn();
    const other = join(data, '..', 'other.db');
    if (how === 'replaced') writeFileSync(other, 'another file');
    if (how === 'replaced') renameSync(other, file);
    else rmSync(file);
    expect(await label(engine, 8)).toMatchObject({ trouble: { code: 'store-replaced' } });
    expect(await engine.request('feed.list', {})).toMatchObject({ trouble: { code: 'store-replaced' } });
    if (how === 'replaced') expect(readFileSync(file, 'utf8')).toBe('another file');
    const [kept] = valueOf(await engine.request('backup.list', {})).backups;
    expect(valueOf(await engine.request('backup.check', { name: kept?.name ?? '' }))).toEqual({
      sound: true,
      labels: 7,
    });
    valueOf(await engine.request('backup.restore', { name: kept?.name ?? '' }));
    expect(await labelsOf(engine)).toBe(7);
    valueOf(await label(engine, 8));
  },
);

it('has every acknowledged label in the text journal, from which a new database gets them all', {
  timeout: 60_000,
}, async () => {
  const { data, file, engine } = await workedOn();
  await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: [] });
  await engine.kill();
  const lines = readFileSync(join(data, 'journal', 'labels-0001.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(8);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  expect((await runCli(['label', 'import', join(data, 'journal'), '--data', data])).status).toBe(0);
  expect(await labelsOf(await startEngine(data))).toBe(6);
});
