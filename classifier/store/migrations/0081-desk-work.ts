/**
 * The append-only log of desk work, apart from labels: what becomes of a headline, a note, who has it, when to look
 * again. A null value clears. `desk_work` is what holds for each headline after it.
 */
export const deskWork = `
  CREATE TABLE desk_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT UNIQUE,
    field TEXT NOT NULL CHECK (field IN ('disposition', 'note', 'assignee', 'recheck')),
    undoes INTEGER UNIQUE REFERENCES desk_event (id),
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    value TEXT,
    annotator TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT;

  CREATE INDEX desk_event_by_digest ON desk_event (digest, id);
  CREATE INDEX desk_event_by_time ON desk_event (made_at);

  CREATE TRIGGER desk_event_is_append_only BEFORE UPDATE ON desk_event
  BEGIN SELECT RAISE(ABORT, 'desk events are never changed'); END;

  CREATE TRIGGER desk_event_stays BEFORE DELETE ON desk_event
  BEGIN SELECT RAISE(ABORT, 'desk events are never deleted'); END;

  CREATE TABLE desk_work (
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    disposition TEXT,
    note TEXT,
    assignee TEXT,
    recheck TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX desk_work_by_recheck ON desk_work (recheck) WHERE recheck IS NOT NULL;
`;
