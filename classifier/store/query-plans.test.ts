import type Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { loadColumns } from '#classifier/desk/list/list-columns.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { writeBlock } from './feed-blocks.ts';
import { type Feed, findFeed, findFeedByDigest, findFeedOf, listFeeds, markScored } from './feeds.ts';
import { linkOf } from './headline-link.ts';
import {
  copiesOf,
  digestsFrom,
  findHeadline,
  findHeadlineByDigest,
  type Headline,
  shownLabelOf,
  textsFrom,
} from './headlines.ts';
import { putLabel } from './labelling.ts';
import { dropStaged, stageFeed } from './staged-feed.ts';
import { undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

/** Tables that grow with the archive or the log: no request may go through all of one. */
const LONG = ['headline', 'headline_digest', 'feed_block', 'label_event', 'gram_count', 'subscription_item'];

/** Everything that a request of the window makes the store do. */
function useStore(workspace: Workspace): void {
  const { db } = workspace;
  const imported = importFeedText(workspace, '清单', '- 桥塌了\n- 恐龙宠物');
  if (!imported.ok) throw new Error(imported.trouble.code);
  const { feed } = imported.value;
  const digest = headlineDigest('桥塌了');
  listFeeds(db);
  findFeed(db, feed.id);
  findFeedByDigest(db, 'd');
  findFeedOf(db, feed.firstId);
  markScored(db, feed.id, 'm');
  loadColumns(db, findFeed(db, feed.id) as Feed)?.dates();
  digestsFrom(db, feed.firstId, 2);
  shownLabelOf(db, digest);
  writeBlock(db, feed.id, 'scores', 0, new Uint8Array(26));
  linkOf(db, findHeadline(db, feed.firstId) as Headline);
  findHeadlineByDigest(db, digest);
  copiesOf(db, digest);
  textsFrom(db, feed.firstId, 2);
  const given = {
    digest,
    text: '桥塌了',
    annotator: 'editor',
    note: null,
    extra: null,
    labelledAt: workspace.now(),
  };
  putLabel(workspace, { ...given, label: { sensational: true, implausible: true }, origin: 'desk' }, 'r1');
  undoStep(workspace, 'r2');
  stageFeed(db, { name: '甲', importedAt: workspace.now(), headlines: 1 });
  for (const _ of dropStaged(db));
}

/** All statements that the work prepares. */
function statementsOf(db: Database.Database, work: () => void): readonly string[] {
  const prepare = db.prepare.bind(db);
  const statements = new Set<string>();
  db.prepare = ((sql: string) => {
    statements.add(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  work();
  db.prepare = prepare;
  return [...statements];
}

function scannedBy(db: Database.Database, sql: string): readonly string[] {
  const values = [...new Set(sql.match(/@\w+/g) ?? [])].map((name) => [name.slice(1), null]);
  const places = (sql.match(/\?/g) ?? []).map(() => null);
  const bound = values.length > 0 ? [Object.fromEntries(values)] : places;
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { readonly detail: string }[];
  return plan.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []);
}

it('every statement of a request finds its rows by an index', () => {
  const workspace = testWorkspace();
  const statements = statementsOf(workspace.db, () => useStore(workspace));
  expect(statements.length).toBeGreaterThan(25);
  const scans = statements.flatMap((sql) =>
    scannedBy(workspace.db, sql).flatMap((table) => (LONG.includes(table) ? [`${table}: ${sql}`] : [])),
  );
  expect(scans).toEqual([]);
});

it('sees a statement that goes through a whole table', () => {
  const { db } = testWorkspace();
  expect(scannedBy(db, 'SELECT id FROM headline WHERE text = ?')).toEqual(['headline']);
  expect(scannedBy(db, 'SELECT text FROM headline WHERE id = @id')).toEqual([]);
});
