import { expect, it } from 'vitest';
import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { BLOCK_SIZE, readBlocks } from '#classifier/store/feed-blocks.ts';
import { readStories } from '#classifier/store/feed-stories.ts';
import { detailsOf, findHeadline, labelsOf } from '#classifier/store/headlines.ts';
import { dropStaged, finishFeed, stageFeed } from '#classifier/store/staged-feed.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { giveLabel, testWorkspace } from '../../tests/helpers/workspace.ts';
import { joinRanks } from './list/list-columns.ts';
import { packFeed } from './list/pack-feed.ts';
import { createTextScorer, putScore, scoreColumns, unpackScores } from './list/packed-scores.ts';
import { unpackStories } from './list/stories.ts';
import { uniqueHeadlines } from './list/unique-headlines.ts';
import { storeStep } from './store-feed.ts';

/** Three blocks, the last of them short; each tenth headline repeats the one before in full width. */
const SIZE = 2 * BLOCK_SIZE + 37;
const LISTED = Array.from({ length: SIZE }, (_, at) => [
  `震惊${at}!村民发现恐龙\u200b`.slice(0, at % 3 === 0 ? undefined : -1),
  ...(at % 10 === 0 ? [`震惊${at}！村民发现恐龙`] : []),
]).flat();
const SAID: (HeadlineDetails | null)[] = LISTED.map((_, at) =>
  at % 7 === 0 ? { source: `报${at}`, url: null, publishedAt: null, id: `${at}`, metadata: null } : null,
);

const HEADLINES = uniqueHeadlines(LISTED, SAID);

const rowsOf = ({ db }: Workspace) =>
  ['feed', 'headline', 'headline_digest', 'feed_block', 'feed_story'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

it('packs all of a list of several blocks, and finds what it has stored again', () => {
  const workspace = testWorkspace();
  giveLabel(workspace, '震惊5!村民发现恐龙');
  const { db, model, reader } = workspace;
  const staged = stageFeed(db, { name: '晨报', importedAt: workspace.now(), headlines: SIZE });
  for (const step of packFeed(model, reader, HEADLINES)) storeStep(db, staged, step);
  const { digest, texts } = HEADLINES;
  const { feed } = finishFeed(db, staged, { digest, headlines: texts.length, scoredWith: model.name });

  expect(feed).toMatchObject({ headlines: SIZE, labelled: 1 });
  expect(labelsOf(db, feed).map(({ id }) => id)).toEqual([feed.firstId + 5]);
  const score = createTextScorer(model, reader);
  const stored = readBlocks(db, feed.id, 'scores').map(unpackScores);
  const expected = scoreColumns(SIZE);
  texts.forEach((text, place) => {
    const id = feed.firstId + place;
    const listedAt = (HEADLINES.positions[place] as number) - 1;
    expect(findHeadline(db, id)).toMatchObject({ text: LISTED[listedAt], position: listedAt + 1 });
    expect(detailsOf(db, id)).toMatchObject({ source: SAID[listedAt]?.source ?? null });
    putScore(expected, place, score(text));
  });
  for (const column of ['score', 'sensational', 'implausible', 'band'] as const)
    expect(stored.flatMap((block) => [...block[column]])).toEqual([...expected[column]]);
  const ranks = joinRanks(readBlocks(db, feed.id, 'ranks'), SIZE);
  expect(new Set(ranks).size).toBe(SIZE);
  const stories = unpackStories(readStories(db, feed.id) as Uint8Array, SIZE);
  expect(stories?.firsts).toEqual(nearCopyGroups(texts));
});

it('leaves nothing behind wherever it is broken off', () => {
  const workspace = testWorkspace();
  const { db, model, reader } = workspace;
  const before = rowsOf(workspace);
  const steps = [...packFeed(model, reader, HEADLINES)];
  for (let taken = 0; taken <= steps.length; taken += 1) {
    const staged = stageFeed(db, { name: '晨报', importedAt: workspace.now(), headlines: SIZE });
    for (const step of steps.slice(0, taken)) storeStep(db, staged, step);
    for (const _ of dropStaged(db));
    expect(rowsOf(workspace)).toEqual(before);
  }
});
