/** Lists that are kept under a name: which headlines, in which order, as JSON. `place` is their order. */
export const savedViews = `
  CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    choice TEXT NOT NULL,
    place INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
