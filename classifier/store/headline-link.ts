import type Database from 'better-sqlite3';
import type { Headline } from './headlines.ts';

const LINK = /https?:\/\/[^\s"'<>“”‘’（），。；、]+/i;

/** The first web address in a headline's text; null where there is none. */
function linkIn(text: string): string | null {
  return LINK.exec(text)?.[0] ?? null;
}

/**
 * Where a headline was published: what its source says, else the subscription that brought it, else the first address in
 * its text; null where none says.
 */
export function linkOf(db: Database.Database, { id, digest, text, url }: Headline): string | null {
  return url ?? broughtFrom(db, id, digest) ?? linkIn(text);
}

function broughtFrom(db: Database.Database, id: number, digest: string): string | null {
  const url = db
    .prepare<[string, number]>(
      `SELECT url FROM subscription CROSS JOIN subscription_item ON subscription_id = subscription.id AND digest = ?
       WHERE headline_id = ?`,
    )
    .pluck()
    .get(digest, id);
  return typeof url === 'string' ? url : null;
}
