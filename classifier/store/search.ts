import type Database from 'better-sqlite3';
import { normalisedText } from '#classifier/core/normalise.ts';
import { searchWords } from '#classifier/text/chinese.ts';
import { stemLatin } from '#classifier/text/english.ts';
import type { Selection } from './headlines.ts';

/** Fills the word index of a feed, unless it is filled. The first call in a process loads jieba. */
export function indexFeed(db: Database.Database, feedId: number): void {
  const feed = db.prepare<[number], { indexed: number }>('SELECT indexed FROM feed WHERE id = ?').get(feedId);
  if (feed === undefined || feed.indexed === 1) return;
  const insert = db.prepare('INSERT INTO headline_word (rowid, words) VALUES (?, ?)');
  db.transaction(() => {
    const rows = db
      .prepare<[number], { id: number; text: string }>('SELECT id, text FROM headline WHERE feed_id = ?')
      .all(feedId);
    for (const { id, text } of rows) insert.run(id, indexWords(text).join(' '));
    db.prepare('UPDATE feed SET indexed = 1 WHERE id = ?').run(feedId);
  }).immediate();
}

/** Headlines of a feed that have all words of the query (Latin ones by stem), or the query as it is typed. */
export function searchSelection(feedId: number, query: string): Selection {
  const letters = query.trim();
  if (letters === '') return { feedId, search: null };
  const words = indexWords(letters).map((word) => `"${word.replaceAll('"', '""')}"`);
  return { feedId, search: { letters, words: words.length === 0 ? null : words.join(' AND ') } };
}

function indexWords(raw: string): string[] {
  const text = normalisedText(raw);
  const chinese = searchWords(text).filter((word) => !/[a-z]/u.test(word));
  return [...new Set([...chinese, ...stemLatin(text).map(({ stem }) => stem)])];
}
