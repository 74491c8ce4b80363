/**
 * The model's counts, changed in the transaction of each label, and its numbered versions. `model_state` has one row:
 * the last label event that the counts include, and the reading (rules, features) that they were counted with.
 */
export const model = `
  CREATE TABLE gram_count (
    key INTEGER PRIMARY KEY,
    sensational_yes INTEGER NOT NULL,
    sensational_no INTEGER NOT NULL,
    implausible_yes INTEGER NOT NULL,
    implausible_no INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE rule_count (
    rule_id TEXT PRIMARY KEY,
    sensational_yes INTEGER NOT NULL,
    sensational_no INTEGER NOT NULL,
    implausible_yes INTEGER NOT NULL,
    implausible_no INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE model_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last_event INTEGER NOT NULL,
    reading TEXT NOT NULL,
    sensational_yes INTEGER NOT NULL,
    sensational_no INTEGER NOT NULL,
    implausible_yes INTEGER NOT NULL,
    implausible_no INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE model_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL,
    last_event INTEGER NOT NULL,
    settings TEXT NOT NULL,
    quality TEXT NOT NULL
  ) STRICT;
`;
