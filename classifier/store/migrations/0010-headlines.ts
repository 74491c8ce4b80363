/** Feeds and their headlines. A headline's scores are those of the model named in its feed's `scored_with`. */
export const headlines = `
  CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    imported_at TEXT NOT NULL,
    scored_with TEXT NOT NULL
  ) STRICT;

  CREATE TABLE headline (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    score REAL NOT NULL,
    UNIQUE (feed_id, digest)
  ) STRICT;

  CREATE INDEX headline_by_score ON headline (feed_id, score DESC, id);
  CREATE INDEX headline_by_digest ON headline (digest);
`;
