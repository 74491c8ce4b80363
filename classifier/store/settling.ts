import type Database from 'better-sqlite3';
import { viewerOf } from './editors.ts';
import { countLabelled } from './feeds.ts';
import { type EventRow, eventsOf, fromRow, type LabelEvent } from './label-events.ts';
import { prepared } from './prepared.ts';
import { type Standing, shownLabel, standingOf, type Viewer } from './standing.ts';

/** How the labels of a headline stand by the log. */
export function standingIn(db: Database.Database, digest: string): Standing {
  return standingOf(eventsOf(db, digest));
}

/** Notes how a headline's labels stand by the log, and counts it in its feeds; inside the caller's transaction. */
export function settle(db: Database.Database, digest: string): Standing {
  const standing = standingIn(db, digest);
  settler(db)(digest, standing);
  return standing;
}

/** Takes a headline's label off, as if its log were empty; to be settled again in the same transaction. */
export function unsettle(db: Database.Database, digest: string): void {
  settler(db)(digest, standingOf([]));
}

/** The same for all headlines of the log: after another editor sat down, another share was chosen, or a migration. */
export function settleAll(db: Database.Database): void {
  db.transaction(() => {
    const put = settler(db);
    for (const [digest, events] of headlinesOfLog(db)) put(digest, standingOf(events));
  })();
}

/** The events of each headline, oldest first. */
function* headlinesOfLog(db: Database.Database): Generator<readonly [string, readonly LabelEvent[]]> {
  const rows = db.prepare<[], EventRow>('SELECT * FROM label_event ORDER BY digest, id').all();
  for (const [digest, ofDigest] of Map.groupBy(rows, (row) => row.digest)) {
    yield [digest, ofDigest.map(fromRow)];
  }
}

/** How the labels of all headlines stand that editors have labelled, with their events. */
export function editorStandings(
  db: Database.Database,
): { readonly digest: string; readonly events: readonly LabelEvent[]; readonly standing: Standing }[] {
  return [...headlinesOfLog(db)].flatMap(([digest, events]) => {
    const standing = standingOf(events);
    const { opinions, ruling } = standing;
    return opinions.length === 0 && ruling === undefined ? [] : [{ digest, events, standing }];
  });
}

interface LabelRow {
  readonly event_id: number;
  readonly holds: number | null;
  readonly hidden: number;
  /** 1 where the desk shows a label of its own. */
  readonly labelled: number;
}

function settler(db: Database.Database): (digest: string, standing: Standing) => void {
  const viewer: (digest: string) => Viewer = viewerOf(db);
  const select = prepared<[string], LabelRow>(
    db,
    `SELECT event_id, holds, hidden, hidden = 0 AND origin <> 'starter' AS labelled
     FROM label JOIN label_event ON label_event.id = event_id WHERE label.digest = ?`,
  );
  const drop = prepared(db, 'DELETE FROM label WHERE digest = ?');
  const put = prepared(
    db,
    `INSERT INTO label (digest, event_id, holds, hidden) VALUES (?, ?, ?, ?) ON CONFLICT (digest)
     DO UPDATE SET event_id = excluded.event_id, holds = excluded.holds, hidden = excluded.hidden`,
  );
  return (digest, standing) => {
    const before = select.get(digest);
    const shown = shownLabel(standing, viewer(digest));
    const row = shown && [shown.event.id, standing.holds?.id ?? null, shown.isHidden ? 1 : 0];
    if (row === undefined) drop.run(digest);
    else if (!before || [before.event_id, before.holds, before.hidden].some((cell, at) => cell !== row[at]))
      put.run(digest, ...row);
    const isLabelled = shown !== undefined && !shown.isHidden && shown.event.origin !== 'starter';
    const wasLabelled = before?.labelled === 1;
    if (isLabelled !== wasLabelled) countLabelled(db, digest, isLabelled ? 1 : -1);
  };
}
