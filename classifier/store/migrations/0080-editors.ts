/**
 * Several editors: how a label was decided and what was shown then, rulings on labels that differ, and for each
 * headline which label the desk shows (`event_id`), which one counts (`holds`, none while editors differ) and whether
 * the shown one is kept from the present editor. The empty reading has labels and counts made anew from the log.
 */
export const editors = `
  ALTER TABLE label_event ADD COLUMN seconds REAL;
  ALTER TABLE label_event ADD COLUMN shown_score REAL;
  ALTER TABLE label_event ADD COLUMN shown_band TEXT;
  ALTER TABLE label_event ADD COLUMN shown_model TEXT;
  ALTER TABLE label_event ADD COLUMN saw_other INTEGER NOT NULL DEFAULT 0 CHECK (saw_other IN (0, 1));
  ALTER TABLE label_event ADD COLUMN is_ruling INTEGER NOT NULL DEFAULT 0 CHECK (is_ruling IN (0, 1));
  CREATE INDEX label_event_by_time ON label_event (labelled_at);

  ALTER TABLE label ADD COLUMN holds INTEGER REFERENCES label_event (id);
  ALTER TABLE label ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
  UPDATE label SET holds = event_id;

  CREATE TABLE desk_setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  UPDATE model_state SET reading = '';
`;
