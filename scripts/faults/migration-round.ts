import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Reader } from '#classifier/core/reading.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { LATEST_VERSION, schemaVersion } from '#classifier/store/migrations/index.ts';
import { forkEngine, speakTo } from '../engine-process.ts';
import { faultsIn } from './inspect.ts';
import { emptyLedger } from './ledger.ts';

const FIXTURES = join(import.meta.dirname, '../../tests/migrations/fixtures');
/** Milliseconds in which the engine reads its rules and migrates. */
const LONGEST_LIFE = 2_000;

/**
 * Starts the engine on a workspace that an earlier version left, kills it at a random moment of its migration, and looks:
 * the database must be whole, with every event, at the schema of one of the steps, and backed up where it is no longer as it was;
 * and the next engine must open it.
 */
export async function migrationRound(
  folder: string,
  resources: string,
  reader: Reader,
  random: () => number,
): Promise<string[]> {
  const names = readdirSync(FIXTURES);
  const name = names[Math.floor(random() * names.length)] as string;
  const data = join(folder, 'data');
  const file = join(data, DATABASE_NAME);
  mkdirSync(data, { recursive: true });
  writeFileSync(file, gunzipSync(readFileSync(join(FIXTURES, name))));
  const before = lookAt(data, folder, 'before');
  const child = forkEngine(data, resources);
  await pause(random() * LONGEST_LIFE);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  const after = lookAt(data, folder, 'after');
  const isBackedUp =
    existsSync(join(data, 'backups')) &&
    readdirSync(join(data, 'backups')).some((one) => /^before-migration.*\.db$/.test(one));
  const engine = await speakTo(forkEngine(data, resources), () => {});
  await engine.kill();
  const faults = [
    ...(after.integrity === 'ok' ? [] : [`integrity_check: ${after.integrity}`]),
    ...(after.events >= before.events ? [] : [`${name} has lost events`]),
    ...(after.version === before.version || isBackedUp ? [] : [`${name} was migrated without a backup`]),
    ...(engine.first.kind === 'ready'
      ? []
      : [`${name} does not open again: ${JSON.stringify(engine.first)}`]),
  ];
  if (faults.length > 0 || lookAt(data, folder, 'end').version !== LATEST_VERSION) return faults;
  mkdirSync(join(folder, 'whole'));
  return faultsIn(data, join(folder, 'whole'), reader, emptyLedger());
}

/** Looks at a copy, with the write-ahead log as it was left. */
function lookAt(data: string, folder: string, name: string) {
  const copy = join(folder, `${name}.db`);
  for (const end of ['', '-wal']) {
    const from = join(data, DATABASE_NAME + end);
    if (existsSync(from)) copyFileSync(from, copy + end);
  }
  const db = new Database(copy);
  try {
    return {
      integrity: db.pragma('integrity_check', { simple: true }),
      version: schemaVersion(db),
      events: db.prepare('SELECT count(*) FROM label_event').pluck().get() as number,
    };
  } finally {
    db.close();
  }
}
