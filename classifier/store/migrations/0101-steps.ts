/**
 * What editors did, step by step, in both logs: what undo takes back and redo does again. A step holds the events that
 * were made at once. `undone` is null while the step is done, else its place among those undone since the latest
 * decision; 0 where it cannot be done again any more. Desk work gets two fields, `flag` and `skip`, for which its log
 * is made anew with the same entries.
 */
export const steps = `
  CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    undone INTEGER
  ) STRICT;
  CREATE INDEX step_by_undone ON step (undone, id);

  CREATE TABLE step_event (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (id),
    label_event INTEGER UNIQUE REFERENCES label_event (id),
    desk_event INTEGER UNIQUE,
    CHECK ((label_event IS NULL) <> (desk_event IS NULL))
  ) STRICT;
  CREATE INDEX step_event_by_step ON step_event (step, id);

  CREATE TABLE step_request (
    request_id TEXT PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (id)
  ) STRICT, WITHOUT ROWID;

  DROP TRIGGER desk_event_is_append_only;
  DROP TRIGGER desk_event_stays;
  DROP INDEX desk_event_by_digest;
  DROP INDEX desk_event_by_time;
  ALTER TABLE desk_event RENAME TO old_desk_event;

  CREATE TABLE desk_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT UNIQUE,
    field TEXT NOT NULL CHECK (field IN ('disposition', 'note', 'assignee', 'recheck', 'flag', 'skip')),
    undoes INTEGER UNIQUE REFERENCES desk_event (id),
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    value TEXT,
    annotator TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT;
  INSERT INTO desk_event SELECT * FROM old_desk_event ORDER BY id;
  DROP TABLE old_desk_event;

  CREATE INDEX desk_event_by_digest ON desk_event (digest, id);
  CREATE INDEX desk_event_by_time ON desk_event (made_at);

  CREATE TRIGGER desk_event_is_append_only BEFORE UPDATE ON desk_event
  BEGIN SELECT RAISE(ABORT, 'desk events are never changed'); END;

  CREATE TRIGGER desk_event_stays BEFORE DELETE ON desk_event
  BEGIN SELECT RAISE(ABORT, 'desk events are never deleted'); END;

  ALTER TABLE desk_work ADD COLUMN flag TEXT;
  ALTER TABLE desk_work ADD COLUMN skip TEXT;
  CREATE INDEX desk_work_by_skip ON desk_work (digest) WHERE skip IS NOT NULL;
  CREATE INDEX desk_work_by_flag ON desk_work (digest) WHERE flag IS NOT NULL;

  CREATE TEMP TABLE earlier AS
    SELECT row_number() OVER (ORDER BY made_at, label_event, desk_event) AS step, label_event, desk_event, is_undone
    FROM (
      SELECT labelled_at AS made_at, id AS label_event, NULL AS desk_event,
        EXISTS (SELECT 1 FROM label_event AS undo WHERE undo.undoes = label_event.id) AS is_undone
      FROM label_event WHERE origin = 'desk' AND undoes IS NULL
      UNION ALL
      SELECT made_at, NULL, id, EXISTS (SELECT 1 FROM desk_event AS undo WHERE undo.undoes = desk_event.id)
      FROM desk_event WHERE undoes IS NULL AND request_id IS NOT NULL
    );
  INSERT INTO step (id, undone) SELECT step, CASE is_undone WHEN 1 THEN 0 END FROM earlier;
  INSERT INTO step_event (step, label_event, desk_event) SELECT step, label_event, desk_event FROM earlier;
  DROP TABLE earlier;
`;
