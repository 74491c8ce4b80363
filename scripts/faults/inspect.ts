import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { modelState } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { journalFile, journalNumbers } from '#classifier/desk/journal/journal-files.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { readModel, recount } from '#classifier/store/open-workspace.ts';
import { pendingForgetting } from '#classifier/store/pending-forgetting.ts';
import type { Ledger } from './ledger.ts';

/**
 * What is wrong with a workspace after its engine was killed: nothing may be. Looks at a copy, with the write-ahead log
 * as it was left.
 */
export function faultsIn(data: string, scratch: string, reader: Reader, ledger: Ledger): string[] {
  const file = join(scratch, DATABASE_NAME);
  for (const end of ['', '-wal']) {
    const from = join(data, `${DATABASE_NAME}${end}`);
    if (existsSync(from)) copyFileSync(from, `${file}${end}`);
  }
  const db = new Database(file);
  try {
    return [
      ...faultsOf(db, ledger),
      ...behind(db, data, ledger),
      ...traces(db, data, ledger),
      ...wrongCounts(db, reader),
    ];
  } finally {
    db.close();
  }
}

function* faultsOf(db: Database.Database, ledger: Ledger): Generator<string> {
  const { labels, work, turns, versions } = ledger;
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') yield `integrity_check: ${integrity}`;
  yield* missing(db, 'label_event', labels);
  yield* missing(db, 'desk_event', work);
  yield* missing(db, 'step_request', turns);
  yield* missing(db, 'model_version', versions);
  yield* wrongFeeds(db, ledger);
  yield* halfFiles(db, ledger);
}

/** Lists that are not whole, or not there though they were imported. */
function* wrongFeeds(db: Database.Database, { feeds, lists }: Ledger): Generator<string> {
  const visible = db.prepare('SELECT id, headlines, name FROM feed WHERE staged = 0').raw().all() as [
    number,
    number,
    string,
  ][];
  const rows = db.prepare<[number]>(
    'SELECT count(*) FROM headline, feed WHERE feed.id = ? AND headline.id >= first_id AND headline.id < first_id + headlines',
  );
  for (const [id, headlines] of visible) {
    if (rows.pluck().get(id) !== headlines) yield `feed ${id} has lost headlines`;
  }
  const seen = new Map(visible.map(([id, headlines]) => [id, headlines]));
  for (const [id, headlines] of feeds) if (seen.get(id) !== headlines) yield `feed ${id} is gone or was cut`;
  const names = new Set(visible.map(([, , name]) => name));
  for (const name of lists) if (!names.has(name)) yield `the list ${name} is gone`;
}

/** Label files of which only a part is there. */
function* halfFiles(db: Database.Database, { labelFiles }: Ledger): Generator<string> {
  const labelled = db
    .prepare<[string], number>('SELECT count(*) FROM label_event WHERE annotator = ?')
    .pluck();
  const noted = db.prepare<[string], number>('SELECT count(*) FROM desk_event WHERE annotator = ?').pluck();
  for (const [name, { labels, isDone }] of labelFiles) {
    const found = [labelled.get(name), noted.get(name)].join(' and ');
    const whole = `${labels} and ${labels * 2}`;
    if (found !== whole && (isDone || found !== '0 and 0'))
      yield `of the label file ${name} there are ${found}`;
  }
}

function* missing(db: Database.Database, table: string, requests: ReadonlySet<string>): Generator<string> {
  const find = db.prepare<[string]>(`SELECT 1 FROM ${table} WHERE request_id = ?`);
  for (const id of requests) if (find.get(id) === undefined) yield `${table} has lost ${id}`;
}

/** Labels that the text journal lacks: it has each before it is acknowledged. */
function* behind(db: Database.Database, data: string, { labels }: Ledger): Generator<string> {
  const written = new Set(
    journalNumbers(data).flatMap((number) =>
      readFileSync(journalFile(data, number), 'utf8').split('\n').slice(0, -1).map(entryOf),
    ),
  );
  const find = db.prepare<[string], number>('SELECT id FROM label_event WHERE request_id = ?').pluck();
  for (const request of labels) {
    const id = find.get(request);
    if (id !== undefined && !written.has(id)) yield `the journal has no entry ${id}`;
  }
}

/** What was deleted for good and yet is there. A deletion that is marked as unfinished may have left anything. */
function* traces(db: Database.Database, data: string, { forgotten }: Ledger): Generator<string> {
  const pending = pendingForgetting(db) !== null;
  const find = db.prepare<[string, string, string]>(
    `SELECT 1 FROM label_event WHERE annotator = ? UNION SELECT 1 FROM desk_setting WHERE value = ?
     UNION SELECT 1 FROM headline WHERE instr(text, ?)`,
  );
  for (const [tag, isDone] of forgotten) {
    const stands = find.get(tag, tag, tag) !== undefined;
    if (isDone && stands) yield `${tag} was deleted and is there again`;
    if (stands || (pending && !isDone)) continue;
    for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && readFileSync(file).includes(tag))
        yield `${tag} was deleted and stands in ${file}`;
    }
  }
}

function entryOf(line: string): unknown {
  return (JSON.parse(line) as { readonly event?: unknown }).event;
}

/** Counts that a rebuild from the log does not give. */
function wrongCounts(db: Database.Database, reader: Reader): string[] {
  const kept = JSON.stringify(stateOf(db));
  recount(db, reader, 'anew');
  return JSON.stringify(stateOf(db)) === kept ? [] : ['the counts are not those of a rebuild'];
}

function stateOf(db: Database.Database): unknown {
  const { grams, rules, ...rest } = modelState(readModel(db).model);
  return { ...rest, grams: [...grams], rules: [...rules] };
}
