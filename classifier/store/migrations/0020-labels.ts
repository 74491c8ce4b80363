/**
 * The append-only log of labels, and the label that holds for each digest after it. An event carries its headline's
 * text, so that the log alone rebuilds the model. An undo is an event too.
 */
export const labels = `
  CREATE TABLE label_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('label', 'undo')),
    undoes INTEGER UNIQUE REFERENCES label_event (id),
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    sensational INTEGER NOT NULL CHECK (sensational IN (0, 1)),
    implausible INTEGER NOT NULL CHECK (implausible IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('starter', 'desk', 'import')),
    annotator TEXT NOT NULL,
    labelled_at TEXT NOT NULL,
    note TEXT,
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
  ) STRICT;

  CREATE INDEX label_event_by_digest ON label_event (digest, id);

  CREATE TRIGGER label_event_is_append_only BEFORE UPDATE ON label_event
  BEGIN SELECT RAISE(ABORT, 'label events are never changed'); END;

  CREATE TABLE label (
    digest TEXT PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES label_event (id)
  ) STRICT, WITHOUT ROWID;
`;
