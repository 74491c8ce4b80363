/**
 * What labels have changed of the counts and what is not yet merged into them: a row a label learned or unlearned, in place of some
 * eighty rows of `gram_count` on as many pages. `keys` has 8 bytes a feature, `rules` is a JSON array, and the amounts are added
 * to each of them. `merged` is the last row that the counts include; `counted_anew` counts the times that they were
 * changed by other ways than rows, so that a reader who follows them by rows knows when it cannot.
 */
export const countChanges = `
  CREATE TABLE count_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    keys BLOB NOT NULL,
    rules TEXT NOT NULL,
    sensational_yes INTEGER NOT NULL,
    sensational_no INTEGER NOT NULL,
    implausible_yes INTEGER NOT NULL,
    implausible_no INTEGER NOT NULL
  ) STRICT;

  ALTER TABLE model_state ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE model_state ADD COLUMN counted_anew INTEGER NOT NULL DEFAULT 0;
`;
