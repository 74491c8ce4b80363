import type Database from 'better-sqlite3';
import { mergeChanges } from './count-changes.ts';
import { settleWork } from './desk-work.ts';
import { presentAnnotator, putSetting } from './editors.ts';
import { lessonOf } from './labelling.ts';
import { countWriter, setLastEvent } from './model-counts.ts';
import { readModel } from './open-workspace.ts';
import { markForgetting } from './pending-forgetting.ts';
import { settle, unsettle } from './settling.ts';
import { UNSIGNED } from './standing.ts';
import { taughtEvent } from './taught-events.ts';
import { createVersion } from './versioning.ts';
import type { Workspace } from './workspace.ts';

/** What is to be deleted for good. */
export type Doomed =
  /** Every label, ruling and change of desk work of one editor. */
  | { readonly kind: 'annotator'; readonly annotator: string }
  /** A list; with its labels those of headlines that are in no other list. */
  | { readonly kind: 'feed'; readonly feedId: number; readonly withLabels: boolean };

/** How much was deleted, or would be. */
export interface Forgotten {
  readonly headlines: number;
  readonly labels: number;
  /** Entries of desk work; of an editor also those that assign a headline to them. */
  readonly work: number;
  /** Saved views that show only what the editor labelled. */
  readonly views: number;
}

/** The entries of both logs that go, in tables of the connection's own; those that are anonymous afterwards, too. */
const CHOOSE: Readonly<Record<Doomed['kind'], string>> = {
  annotator: `
    INSERT INTO doomed_label
      WITH RECURSIVE gone (id) AS (
        SELECT id FROM label_event WHERE annotator = @annotator AND undoes IS NULL AND origin <> 'starter'
        UNION SELECT later.id FROM gone JOIN label_event AS later ON later.undoes = gone.id
      ) SELECT id FROM gone;
    INSERT INTO doomed_work
      WITH RECURSIVE gone (id) AS (
        SELECT id FROM desk_event
          WHERE (annotator = @annotator OR (field = 'assignee' AND value = @annotator)) AND undoes IS NULL
        UNION SELECT later.id FROM gone JOIN desk_event AS later ON later.undoes = gone.id
      ) SELECT id FROM gone;`,
  feed: `
    INSERT INTO doomed_label SELECT id FROM label_event WHERE origin <> 'starter' AND ${onlyInFeed('label_event')};
    INSERT INTO doomed_work SELECT id FROM desk_event WHERE ${onlyInFeed('desk_event')};`,
};

/** An SQL condition: the headline of a row stands in the feed @feedId and in no other. */
function onlyInFeed(table: string): string {
  const inFeed = 'headline_id >= @firstId AND headline_id < @firstId + @headlines';
  return `@withLabels
    AND EXISTS (SELECT 1 FROM headline_digest WHERE headline_digest.digest = ${table}.digest AND ${inFeed})
    AND NOT EXISTS (SELECT 1 FROM headline_digest WHERE headline_digest.digest = ${table}.digest AND NOT (${inFeed}))`;
}

const LOGS = ['label_event', 'desk_event'] as const;

const VIEWS_OF = "FROM saved_view WHERE json_extract(choice, '$.annotator') = @annotator";

/** A statement with a row where there is such a list, or where the editor's name stands anywhere. */
const THERE: Readonly<Record<Doomed['kind'], string>> = {
  annotator: `SELECT 1 WHERE
    EXISTS (SELECT 1 FROM label_event WHERE annotator = @annotator AND origin <> 'starter')
    OR EXISTS (SELECT 1 FROM desk_event WHERE annotator = @annotator OR (field = 'assignee' AND value = @annotator))
    OR EXISTS (SELECT 1 ${VIEWS_OF})`,
  feed: 'SELECT 1 FROM feed WHERE id = @feedId AND staged = 0',
};

/** Whether there is anything to delete. */
export function isThere({ db }: Workspace, doomed: Doomed): boolean {
  const named = doomed.kind === 'feed' ? { feedId: doomed.feedId } : { annotator: doomed.annotator };
  return db.prepare(THERE[doomed.kind]).get(named) !== undefined;
}

/** How much {@link forget} would delete. Changes nothing. */
export function countDoomed({ db }: Workspace, doomed: Doomed): Forgotten {
  return inScratch(db, doomed, (headlines) => ({ headlines, ...countChosen(db, doomed) }));
}

/**
 * Deletes for good, in one transaction: entries of the logs with what took them back or gave them again, the steps they were, and
 * what the model learned of them. What an editor took back of others' stays taken back, by nobody in particular. Of a list only
 * the name goes at once; its rows are those of a list that was never finished, for `dropStaged`. The triggers that keep the
 * logs append-only are lifted inside the transaction. The mark that it sets says what is still to be done
 * ({@link markForgetting}); where there is nothing to delete it sets none.
 */
export function forget(workspace: Workspace, doomed: Doomed): Forgotten {
  const { db } = workspace;
  db.pragma('secure_delete = ON');
  const forgotten = inScratch(db, doomed, (headlines) => {
    const counts = countChosen(db, doomed);
    if (!isThere(workspace, doomed)) return { headlines, ...counts };
    // What waits to be merged names the features of each headline, also of those whose labels were taken back.
    mergeChanges(db);
    withoutTriggers(db, () => deleteChosen(workspace, doomed));
    if (doomed.kind === 'feed') hideFeed(db, doomed.feedId);
    markForgetting(db, doomed.kind === 'feed' ? [doomed.feedId] : []);
    return { headlines, ...counts };
  });
  Object.assign(workspace, readModel(db));
  // The name of the model would otherwise be one that it had before.
  createVersion(workspace);
  return forgotten;
}

/** Deletes what was chosen, settles what stays, and takes off the counts exactly what was learned of it. */
function deleteChosen(workspace: Workspace, doomed: Doomed): void {
  const { db } = workspace;
  const label = pluck(db, 'SELECT DISTINCT digest FROM label_event WHERE id IN doomed_label');
  const was = new Map(label.map((digest) => [digest, taughtEvent(db, digest, workspace.leftOut)]));
  const work = db
    .prepare<[], { digest: string; text: string }>(
      'SELECT digest, min(text) AS text FROM desk_event WHERE id IN doomed_work GROUP BY digest',
    )
    .all();
  for (const digest of label) unsettle(db, digest);
  deleteEntries(db);
  if (doomed.kind === 'annotator') makeAnonymous(db, doomed.annotator);
  const count = countWriter(db);
  for (const digest of label) {
    settle(db, digest);
    const before = lessonOf(workspace, was.get(digest));
    const after = lessonOf(workspace, taughtEvent(db, digest, workspace.leftOut));
    if (before) count(before.example, before.label, -before.weight);
    if (after) count(after.example, after.label, after.weight);
  }
  for (const { digest, text } of work) settleWork(db, digest, text);
  const last = db.prepare('SELECT max(id) FROM label_event').pluck().get() as number | null;
  setLastEvent(db, last ?? 0, workspace.reading);
}

/** Chooses what goes, in a transaction; `work` gets the number of headlines of a list. */
function inScratch(db: Database.Database, doomed: Doomed, work: (headlines: number) => Forgotten): Forgotten {
  return db
    .transaction(() => {
      for (const name of ['doomed_label', 'doomed_work']) {
        db.exec(`CREATE TEMP TABLE IF NOT EXISTS ${name} (id INTEGER PRIMARY KEY); DELETE FROM ${name}`);
      }
      const feed =
        doomed.kind === 'feed'
          ? db
              .prepare<[number], { firstId: number; headlines: number }>(
                'SELECT first_id AS firstId, headlines FROM feed WHERE id = ? AND staged = 0',
              )
              .get(doomed.feedId)
          : undefined;
      if (doomed.kind === 'feed' && feed === undefined) return { headlines: 0, labels: 0, work: 0, views: 0 };
      const named =
        doomed.kind === 'feed'
          ? { ...feed, withLabels: doomed.withLabels ? 1 : 0 }
          : { annotator: doomed.annotator };
      for (const statement of CHOOSE[doomed.kind].split(';')) {
        if (statement.trim() !== '') db.prepare(statement).run(named);
      }
      return work(feed?.headlines ?? 0);
    })
    .immediate();
}

function countChosen(db: Database.Database, doomed: Doomed): Omit<Forgotten, 'headlines'> {
  const count = (log: string, chosen: string) =>
    db
      .prepare(`SELECT count(*) FROM ${log} WHERE undoes IS NULL AND id IN ${chosen}`)
      .pluck()
      .get() as number;
  const views =
    doomed.kind === 'annotator'
      ? (db.prepare(`SELECT count(*) ${VIEWS_OF}`).pluck().get({ annotator: doomed.annotator }) as number)
      : 0;
  return { labels: count('label_event', 'doomed_label'), work: count('desk_event', 'doomed_work'), views };
}

/** Lifts the triggers of both logs for the work, and puts them back as they were. */
function withoutTriggers(db: Database.Database, work: () => void): void {
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('${LOGS.join("', '")}')`,
    )
    .all();
  db.pragma('defer_foreign_keys = ON');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}

function deleteEntries(db: Database.Database): void {
  db.exec(`
    DELETE FROM step_event WHERE label_event IN doomed_label OR desk_event IN doomed_work;
    DELETE FROM step_request WHERE step NOT IN (SELECT step FROM step_event);
    DELETE FROM step WHERE id NOT IN (SELECT step FROM step_event);
    DELETE FROM label_event WHERE id IN doomed_label;
    DELETE FROM desk_event WHERE id IN doomed_work;`);
}

/** What an editor took back of others' labels stays taken back; a view of what the editor labelled would show nothing. */
function makeAnonymous(db: Database.Database, annotator: string): void {
  for (const log of LOGS)
    db.prepare(`UPDATE ${log} SET annotator = ? WHERE annotator = ?`).run(UNSIGNED, annotator);
  db.prepare(`DELETE ${VIEWS_OF}`).run({ annotator });
  if (presentAnnotator(db) === annotator) putSetting(db, 'annotator', UNSIGNED);
}

function hideFeed(db: Database.Database, feedId: number): void {
  db.prepare(
    'DELETE FROM subscription_item WHERE subscription_id IN (SELECT id FROM subscription WHERE feed_id = ?)',
  ).run(feedId);
  db.prepare('UPDATE subscription SET feed_id = NULL WHERE feed_id = ?').run(feedId);
  db.prepare("UPDATE feed SET staged = 1, name = '', digest = 'deleted ' || id WHERE id = ?").run(feedId);
}

function pluck(db: Database.Database, sql: string): string[] {
  return db.prepare(sql).pluck().all() as string[];
}
