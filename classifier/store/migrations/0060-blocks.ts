/**
 * Lists of a million: the ids of a feed's headlines follow each other from `first_id`, its counts stand in its row, and
 * all that is sorted and searched lies in packed blocks. `headline_digest` is filled in the order of digests, so that
 * a large import touches each of its pages once. A staged feed is one whose import has not been finished.
 */
export const blocks = `
  DROP TRIGGER headline_word_follows;
  DROP TABLE headline_word;

  CREATE TABLE listed_feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    imported_at TEXT NOT NULL,
    scored_with TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    headlines INTEGER NOT NULL,
    labelled INTEGER NOT NULL,
    staged INTEGER NOT NULL CHECK (staged IN (0, 1))
  ) STRICT;

  INSERT INTO listed_feed
    SELECT id, name, digest, imported_at, '',
      coalesce((SELECT min(headline.id) FROM headline WHERE feed_id = feed.id), 0),
      (SELECT count(*) FROM headline WHERE feed_id = feed.id),
      (SELECT count(*) FROM headline JOIN label USING (digest) JOIN label_event ON label_event.id = label.event_id
        WHERE feed_id = feed.id AND origin <> 'starter'),
      0
    FROM feed;

  CREATE TABLE listed_headline (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  INSERT INTO listed_headline SELECT id, position, digest, text FROM headline ORDER BY id;

  DROP TABLE headline;
  DROP TABLE feed;
  ALTER TABLE listed_feed RENAME TO feed;
  ALTER TABLE listed_headline RENAME TO headline;
  CREATE INDEX feed_by_first_id ON feed (first_id);

  CREATE TABLE headline_digest (
    digest TEXT NOT NULL,
    headline_id INTEGER NOT NULL,
    PRIMARY KEY (digest, headline_id)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO headline_digest SELECT digest, id FROM headline ORDER BY digest, id;

  CREATE TABLE feed_block (
    feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('texts', 'ranks', 'scores')),
    block INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (feed_id, kind, block)
  ) STRICT;

  CREATE INDEX label_event_by_origin ON label_event (origin, id);
`;
