/** Full-text search over jieba's words; `headline_word` holds the feeds that are marked as indexed. */
export const search = `
  ALTER TABLE feed ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1));

  CREATE VIRTUAL TABLE headline_word USING fts5 (words, content = '', contentless_delete = 1);

  CREATE TRIGGER headline_word_follows AFTER DELETE ON headline
  BEGIN DELETE FROM headline_word WHERE rowid = old.id; END;
`;
