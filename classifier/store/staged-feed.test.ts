import { expect, it } from 'vitest';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { packFeed } from '#classifier/desk/list/pack-feed.ts';
import { uniqueHeadlines } from '#classifier/desk/list/unique-headlines.ts';
import { storeStep } from '#classifier/desk/store-feed.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { findFeed, listFeeds } from './feeds.ts';
import { findHeadlineByDigest } from './headlines.ts';
import { putLabel } from './labelling.ts';
import { dropStaged, finishFeed, firstFreeId, stageFeed } from './staged-feed.ts';
import { undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const TEXTS = ['震惊!村民发现恐龙', '市政府发布新规', '恐龙宠物', '桥'];

function stage(workspace: Workspace, texts: readonly string[]) {
  const { db, model, reader } = workspace;
  const headlines = uniqueHeadlines(texts);
  const listed = { name: '晨报', importedAt: workspace.now(), headlines: headlines.texts.length };
  const staged = stageFeed(db, listed);
  for (const step of packFeed(model, reader, headlines)) storeStep(db, staged, step);
  const finished = { digest: headlines.digest, headlines: headlines.texts.length, scoredWith: model.name };
  return { staged, finished };
}

function label(workspace: Workspace, text: string): void {
  const given = { digest: headlineDigest(text), text, annotator: 'editor', note: null, extra: null } as const;
  const decided = { label: { sensational: true, implausible: false }, labelledAt: workspace.now() };
  putLabel(workspace, { ...given, ...decided, origin: 'desk' }, null);
}

const rowsOf = ({ db }: Workspace) =>
  ['feed', 'headline', 'headline_digest', 'feed_block', 'feed_story'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

it('is seen by nobody before it is finished, and then with the labels that were given meanwhile', () => {
  const workspace = testWorkspace();
  const { staged, finished } = stage(workspace, TEXTS);
  label(workspace, '桥');
  expect(listFeeds(workspace.db)).toEqual([]);
  expect(findHeadlineByDigest(workspace.db, headlineDigest('桥'))).toBeUndefined();
  const { feed } = finishFeed(workspace.db, staged, finished);
  expect(feed).toMatchObject({ headlines: 4, labelled: 1, scoredWith: finished.scoredWith });
  label(workspace, '恐龙宠物');
  label(workspace, '恐龙宠物');
  expect(findFeed(workspace.db, feed.id)?.labelled).toBe(2);
  for (let at = 0; at < 3; at += 1) undoStep(workspace, crypto.randomUUID());
  expect(findFeed(workspace.db, feed.id)?.labelled).toBe(0);
});

it('leaves nothing behind when it is dropped, however much of it was stored', () => {
  const workspace = testWorkspace();
  importFeedText(workspace, '早', '- 甲乙丙\n- 丁戊己');
  const before = rowsOf(workspace);
  stage(workspace, TEXTS);
  expect(rowsOf(workspace)).not.toEqual(before);
  for (const _ of dropStaged(workspace.db));
  expect(rowsOf(workspace)).toEqual(before);
  stageFeed(workspace.db, { name: '空', importedAt: workspace.now(), headlines: 5 });
  for (const _ of dropStaged(workspace.db));
  expect(rowsOf(workspace)).toEqual(before);
});

it('shares no id with a list that another process stores before its first row', () => {
  const workspace = testWorkspace();
  const { db, model, reader } = workspace;
  const headlines = uniqueHeadlines(TEXTS);
  const listed = { name: '晨报', importedAt: workspace.now(), headlines: headlines.texts.length };
  const dropped = stageFeed(db, listed);
  importFeedText(workspace, '早', '- 甲乙丙\n- 丁戊己');
  for (const _ of dropStaged(db));
  expect(findFeed(db, dropped.id)).toBeUndefined();
  expect(findHeadlineByDigest(db, headlineDigest('甲乙丙'))).toBeDefined();

  const staged = stageFeed(db, listed);
  importFeedText(workspace, '晚', '- 庚辛壬\n- 癸子丑');
  for (const step of packFeed(model, reader, headlines)) storeStep(db, staged, step);
  label(workspace, '庚辛壬');
  label(workspace, '桥');
  const finished = { digest: headlines.digest, headlines: headlines.texts.length, scoredWith: model.name };
  expect(finishFeed(db, staged, finished).feed).toMatchObject({ headlines: 4, labelled: 1 });
  expect(firstFreeId(db)).toBe(db.prepare('SELECT max(id) + 1 FROM headline').pluck().get());
});

it('drops no row of a list that has begun where its last row was', () => {
  const workspace = testWorkspace();
  const { db } = workspace;
  stage(workspace, TEXTS);
  db.exec('UPDATE feed SET reserved = 0');
  const slices = dropStaged(db);
  slices.next();
  importFeedText(workspace, '早', '- 甲乙丙\n- 丁戊己');
  for (const _ of slices);
  expect(findHeadlineByDigest(db, headlineDigest('甲乙丙'))).toBeDefined();
  expect(listFeeds(db).map(({ name }) => name)).toEqual(['早']);
});

it('drops nothing of a list that got the number of one which somebody else has dropped', () => {
  const workspace = testWorkspace();
  const { db } = workspace;
  const { staged } = stage(workspace, TEXTS);
  const slices = dropStaged(db);
  slices.next();
  for (const _ of dropStaged(db));
  importFeedText(workspace, '早', '- 甲乙丙\n- 丁戊己');
  const before = rowsOf(workspace);
  for (const _ of slices);
  expect(rowsOf(workspace)).toEqual(before);
  expect(listFeeds(db).map(({ id, firstId }) => ({ id, firstId }))).toEqual([staged]);
});

it('gives way to the same list where that has come in meanwhile', () => {
  const workspace = testWorkspace();
  const { staged, finished } = stage(workspace, TEXTS);
  const other = stage(workspace, TEXTS);
  const first = finishFeed(workspace.db, staged, finished);
  expect(finishFeed(workspace.db, other.staged, other.finished)).toEqual({ feed: first.feed, known: true });
});
