/**
 * What made a version: learning, a new cost table, a restored version, or the undo of one of these two (`refers_to`).
 * `left_out` lists stretches of the log that the model has not learned, as JSON; a restored version leaves out what
 * came after it.
 */
export const modelChanges = `
  ALTER TABLE model_version ADD COLUMN kind TEXT NOT NULL DEFAULT 'learned'
    CHECK (kind IN ('learned', 'costs', 'restored', 'undone'));
  ALTER TABLE model_version ADD COLUMN refers_to INTEGER REFERENCES model_version (id);
  ALTER TABLE model_version ADD COLUMN request_id TEXT;
  ALTER TABLE model_version ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]';
  CREATE UNIQUE INDEX model_version_by_request ON model_version (request_id);
`;
