/**
 * Subscriptions: addresses and folders that are looked at again and again. What they bring goes to the end of one list,
 * which has room for it: `reserved` ids from `first_id` on are the list's, so that it may grow while others are added.
 * `subscription_item` keeps each headline's score at the time it came.
 */
export const subscriptions = `
  ALTER TABLE feed ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('url', 'folder')),
    address TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    feed_id INTEGER UNIQUE REFERENCES feed (id),
    every_minutes INTEGER NOT NULL CHECK (every_minutes > 0),
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    allow_private INTEGER NOT NULL DEFAULT 0 CHECK (allow_private IN (0, 1)),
    seen TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL,
    polled_at TEXT,
    succeeded_at TEXT,
    trouble TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    next_poll_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE subscription_item (
    subscription_id INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    headline_id INTEGER NOT NULL,
    item_id TEXT,
    url TEXT,
    published_at TEXT,
    seen_at TEXT NOT NULL,
    score REAL NOT NULL,
    band TEXT NOT NULL CHECK (band IN ('pass', 'check', 'flag')),
    model TEXT NOT NULL,
    PRIMARY KEY (subscription_id, digest)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX subscription_item_by_band ON subscription_item (subscription_id, band);
`;
