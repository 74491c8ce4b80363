import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelState } from '#classifier/core/model.ts';
import { failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import { salvagedLines } from '#classifier/desk/journal/write-salvaged.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { backUp, compact, faultsOf, restore } from '#classifier/store/backup.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { countLabels } from '#classifier/store/label-events.ts';
import { schemaVersion } from '#classifier/store/migrations/index.ts';
import { readModelState } from '#classifier/store/model-counts.ts';
import { openReader, type Store } from '#classifier/store/open-database.ts';
import { countAnew, readModel, recount } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, refuse, type Terminal, writeData } from '../terminal.ts';
import { noWorkspace, withPresent } from './labels.ts';

const MEGABYTE = 1024 * 1024;

/** `jianwen db info`: reads only, also while the window is open. */
export async function dbInfoCommand(asJson: boolean, folder: string, terminal: Terminal): Promise<ExitCode> {
  const info = readInfo(folder);
  if (!info.ok) return refuse(terminal, info.trouble);
  const { file, schema, bytes, lists, headlines, labels, versions, subscriptions } = info.value;
  const line = asJson
    ? JSON.stringify(info.value)
    : fill(
        terminal.strings.dbInfoLine,
        file,
        schema,
        inMegabytes(bytes),
        lists,
        headlines,
        labels,
        versions,
        subscriptions,
      );
  writeData(terminal, `${line}\n`);
  return EXIT.done;
}

/** `jianwen db check`: exit 1 where something is wrong. */
export async function dbCheckCommand(
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async ({ db, file, reader }) => {
    const faults = faultsOf(db);
    for (const fault of faults) note(terminal, fill(terminal.strings.dbFault, fault));
    const isCounted = faults.length > 0 || countsAreThoseOfLabels(db, reader);
    if (!isCounted) note(terminal, terminal.strings.dbCountsDiffer);
    if (faults.length > 0 || !isCounted) return EXIT.someLinesBad;
    note(terminal, fill(terminal.strings.dbSound, file));
    return EXIT.done;
  });
}

/** `jianwen db recount`: what helps where {@link dbCheckCommand} finds other counts than those of the labels. */
export async function dbRecountCommand(
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async (workspace) => {
    countAnew(workspace);
    const labels = countLabels(workspace.db, { deskOnly: false });
    note(terminal, fill(terminal.strings.dbRecounted, labels));
    return EXIT.done;
  });
}

/** `jianwen db backup FILE`. */
export async function dbBackupCommand(file: string, folder: string, terminal: Terminal): Promise<ExitCode> {
  const backed = await backUp(folder, file);
  if (!backed.ok) return refuse(terminal, backed.trouble);
  note(terminal, fill(terminal.strings.dbBackedUp, file, inMegabytes(backed.value)));
  return EXIT.done;
}

/** `jianwen db restore FILE`. */
export async function dbRestoreCommand(file: string, folder: string, terminal: Terminal): Promise<ExitCode> {
  const restored = await restore(folder, file, new Date().toISOString());
  if (!restored.ok) return refuse(terminal, restored.trouble);
  if (restored.value !== null) note(terminal, fill(terminal.strings.dbKept, restored.value));
  note(terminal, fill(terminal.strings.dbRestored, file));
  return EXIT.done;
}

/** `jianwen db salvage FILE`: exit 1 where something is lost, or nothing was found. The file itself is only read. */
export async function dbSalvageCommand(
  file: string,
  out: string | null,
  terminal: Terminal,
): Promise<ExitCode> {
  if (out !== null && resolve(out) === resolve(file)) return refuse(terminal, ontoItself(file));
  const salvaged = salvagedLines(file);
  if (!salvaged.ok) return refuse(terminal, salvaged.trouble);
  const { text, entries, lost } = salvaged.value;
  if (out === null) writeData(terminal, text);
  else {
    const written = await writeTextFile(out, text);
    if (!written.ok) return refuse(terminal, written.trouble);
  }
  note(terminal, fill(terminal.strings.dbSalvaged, entries, lost));
  return entries === 0 || lost > 0 ? EXIT.someLinesBad : EXIT.done;
}

/** `jianwen db compact`. */
export async function dbCompactCommand(folder: string, terminal: Terminal): Promise<ExitCode> {
  const compacted = compact(folder);
  if (!compacted.ok) return refuse(terminal, compacted.trouble);
  const { before, after } = compacted.value;
  note(terminal, fill(terminal.strings.dbCompacted, inMegabytes(before), inMegabytes(after)));
  return EXIT.done;
}

interface Info {
  readonly file: string;
  readonly schema: number;
  readonly bytes: number;
  readonly lists: number;
  readonly headlines: number;
  readonly labels: number;
  readonly versions: number;
  readonly subscriptions: number;
}

function readInfo(folder: string): Result<Info> {
  const file = join(folder, DATABASE_NAME);
  if (!existsSync(file)) return failed(noWorkspace(file));
  let db: Store | undefined;
  try {
    db = openReader(folder);
    const schema = schemaVersion(db);
    const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
    const count = (table: string, which = ''): number =>
      tables.has(table)
        ? ((db as Store).prepare(`SELECT count(*) FROM ${table} ${which}`).pluck().get() as number)
        : 0;
    const value = {
      file,
      schema,
      bytes: statSync(file).size,
      lists: count('feed'),
      headlines: count('headline'),
      labels: count('label_event', "WHERE origin <> 'starter'"),
      versions: count('model_version'),
      subscriptions: count('subscription'),
    };
    return { ok: true, value };
  } catch (error) {
    return failed(storeTrouble(error, file));
  } finally {
    db?.close();
  }
}

/** Counts all labels anew in a transaction that is taken back, and compares. */
function countsAreThoseOfLabels(db: Store, reader: Assembly['reader']): boolean {
  const present = JSON.stringify(modelState(readModel(db).model));
  const reading = readModelState(db)?.reading ?? '';
  db.exec('BEGIN IMMEDIATE');
  try {
    recount(db, reader, reading);
    return JSON.stringify(modelState(readModel(db).model)) === present;
  } finally {
    db.exec('ROLLBACK');
  }
}

function inMegabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

function ontoItself(file: string) {
  return trouble(
    'file-unwritable',
    '不能把找回的标注写进这个数据库文件本身。请用 --out 另给一个文件名。',
    'What is salvaged cannot be written over the database itself. Name another file with --out.',
    { file },
  );
}
