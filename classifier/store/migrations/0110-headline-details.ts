/**
 * What a source says of a headline besides its text; null where it says nothing. `metadata` is a JSON object of all that
 * has no column. Columns at the end cost a row that has none of them a byte each.
 */
export const headlineDetails = `
  ALTER TABLE headline ADD COLUMN source TEXT;
  ALTER TABLE headline ADD COLUMN url TEXT;
  ALTER TABLE headline ADD COLUMN published_at TEXT;
  ALTER TABLE headline ADD COLUMN source_id TEXT;
  ALTER TABLE headline ADD COLUMN metadata TEXT;
`;
