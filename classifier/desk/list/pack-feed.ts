import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import type { StagedRows } from '#classifier/store/staged-feed.ts';
import { createBlockScorer, packedScores } from './packed-scores.ts';
import { packTexts } from './packed-texts.ts';
import { placesByKey } from './sort-keys.ts';
import { findStories, LARGEST_TOLD, packStories } from './stories.ts';
import { type RankBlock, rankBlocks } from './text-ranks.ts';
import type { UniqueHeadlines } from './unique-headlines.ts';

/** What has to be stored of a list, in the order in which it comes. */
export type FeedStep =
  | { readonly kind: 'rows'; readonly rows: StagedRows }
  | { readonly kind: 'digests'; readonly digests: readonly string[]; readonly places: Uint32Array }
  | ({ readonly kind: 'ranks' } & RankBlock)
  | {
      readonly kind: 'scores';
      readonly block: number;
      readonly data: Uint8Array;
      /** Headlines in the block. */
      readonly headlines: number;
    }
  | { readonly kind: 'stories'; readonly data: Uint8Array };

/** Other steps of a list for each block of its scores: its rows, its digests and its ranks. */
const BESIDE = 3;

/**
 * Scores a list block by block, and sorts what it is found by. Scores take long to make and no time to store, the others
 * the other way round, so that they come in turn; digests come when all rows are there, and the stories of a list that is
 * short enough to look for them are the last. Steps are small; any may be the last taken.
 */
export function* packFeed(
  model: Model,
  reader: Reader,
  headlines: UniqueHeadlines,
): Generator<FeedStep, void> {
  const others = besideScores(headlines);
  for (const step of scoreSteps(model, reader, headlines)) {
    yield step;
    for (let at = 0; at < BESIDE; at += 1) {
      const { value: other } = others.next();
      if (other) yield other;
    }
  }
  const { packed } = headlines;
  if (packed.length > LARGEST_TOLD) return;
  yield { kind: 'stories', data: packStories(findStories(packed.map(({ text }) => text))) };
}

function* scoreSteps(
  model: Model,
  reader: Reader,
  { packed }: UniqueHeadlines,
): Generator<FeedStep & { readonly kind: 'scores' }, void> {
  const score = createBlockScorer(model, reader);
  for (let from = 0; from < packed.length; from += BLOCK_SIZE) {
    const texts = packed.slice(from, from + BLOCK_SIZE);
    const data = packedScores(score(texts));
    yield { kind: 'scores', block: from / BLOCK_SIZE, data, headlines: texts.length };
  }
}

function* besideScores(headlines: UniqueHeadlines): Generator<FeedStep, void> {
  const { texts, packed, digests, details, positions } = headlines;
  for (let from = 0; from < texts.length; from += BLOCK_SIZE) {
    const to = from + BLOCK_SIZE;
    const slice = {
      texts: texts.slice(from, to),
      digests: digests.slice(from, to),
      details: details?.slice(from, to) ?? null,
      positions: positions.slice(from, to),
    };
    const packedTexts = packTexts(packed.slice(from, to));
    yield { kind: 'rows', rows: { firstAt: from, ...slice, packed: packedTexts } };
  }
  const order = placesByKey(Uint32Array.from(digests, (digest) => Number.parseInt(digest.slice(0, 8), 16)));
  for (let from = 0; from < order.length; from += BLOCK_SIZE) {
    const places = order.slice(from, from + BLOCK_SIZE);
    yield { kind: 'digests', places, digests: Array.from(places, (place) => digests[place] as string) };
  }
  for (const ranks of rankBlocks(packed.map(({ text }) => text))) yield { kind: 'ranks', ...ranks };
}
