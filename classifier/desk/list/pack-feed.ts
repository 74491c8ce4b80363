import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import type { Model } from '#classifier/core/model.ts';
import { normalise } from '#classifier/core/normalise.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { listDigest, normalisedDigest } from '#classifier/store/digest.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import type { StagedRows } from '#classifier/store/staged-feed.ts';
import { createTextScorer, packedScores, putScore, scoreColumns } from './packed-scores.ts';
import { type PackedText, packTexts, readable } from './packed-texts.ts';
import { placesByKey } from './sort-keys.ts';

/** A list that is to be stored: each headline once, and the digest of the list as it came. */
export interface UniqueHeadlines {
  readonly digest: string;
  readonly texts: readonly string[];
  readonly packed: readonly PackedText[];
  readonly digests: readonly string[];
  /** What the source says of each; null where it says nothing of any. */
  readonly details: readonly (HeadlineDetails | null)[] | null;
  /** Places in the list as it came, from 1. */
  readonly positions: readonly number[];
}

/** What has to be stored of a list, in the order in which it comes. */
export type FeedStep =
  | { readonly kind: 'rows'; readonly rows: StagedRows }
  | { readonly kind: 'digests'; readonly digests: readonly string[]; readonly places: Uint32Array }
  | { readonly kind: 'ranks'; readonly block: number; readonly data: Uint8Array };

/** Leaves out headlines that differ from an earlier one in width, case or script alone; what is said of the first holds. */
export function uniqueHeadlines(
  listed: readonly string[],
  said: readonly (HeadlineDetails | null)[] | null = null,
): UniqueHeadlines {
  const texts: string[] = [];
  const packed: PackedText[] = [];
  const digests: string[] = [];
  const positions: number[] = [];
  const all: string[] = [];
  const met = new Set<string>();
  listed.forEach((raw, at) => {
    const { text, hidden } = normalise(raw);
    const digest = normalisedDigest(text);
    all.push(digest);
    if (met.size === met.add(digest).size) return;
    texts.push(raw);
    packed.push({ text, hidden: hidden.length > 0 });
    digests.push(digest);
    positions.push(at + 1);
  });
  const details = said && positions.map((position) => said[position - 1] ?? null);
  return { digest: listDigest(all), texts, packed, digests, details, positions };
}

/** Scores a list block by block, then sorts what it is found by. Steps are of like size; any may be the last taken. */
export function* packFeed(
  model: Model,
  reader: Reader,
  headlines: UniqueHeadlines,
): Generator<FeedStep, void> {
  const { texts, packed, digests, details, positions } = headlines;
  const score = createTextScorer(model, reader);
  for (let from = 0; from < texts.length; from += BLOCK_SIZE) {
    const to = Math.min(from + BLOCK_SIZE, texts.length);
    const scores = scoreColumns(to - from);
    for (let at = from; at < to; at += 1)
      putScore(scores, at - from, score(readable(packed[at] as PackedText)));
    const blocks = { texts: packTexts(packed.slice(from, to)), scores: packedScores(scores) };
    const slice = {
      texts: texts.slice(from, to),
      digests: digests.slice(from, to),
      details: details?.slice(from, to) ?? null,
      positions: positions.slice(from, to),
    };
    yield { kind: 'rows', rows: { firstAt: from, ...slice, blocks } };
  }
  const order = placesByKey(Uint32Array.from(digests, (digest) => Number.parseInt(digest.slice(0, 8), 16)));
  for (let from = 0; from < order.length; from += BLOCK_SIZE) {
    const places = order.slice(from, from + BLOCK_SIZE);
    yield { kind: 'digests', places, digests: Array.from(places, (place) => digests[place] as string) };
  }
  yield* rankSteps(packed.map(({ text }) => text));
}

/** The place of each text in the order of texts, in blocks. */
export function* rankSteps(texts: readonly string[]): Generator<FeedStep & { readonly kind: 'ranks' }, void> {
  const ranks = new Uint32Array(texts.length);
  textOrder(texts).forEach((place, rank) => {
    ranks[place] = rank;
  });
  for (let from = 0; from < ranks.length; from += BLOCK_SIZE) {
    const data = new Uint8Array(ranks.slice(from, from + BLOCK_SIZE).buffer);
    yield { kind: 'ranks', block: from / BLOCK_SIZE, data };
  }
}

/** By the first two units, which sorts most of a list at once, then by the whole text where these are the same. */
function textOrder(texts: readonly string[]): Uint32Array {
  const keys = Uint32Array.from(
    texts,
    (text) => ((text.charCodeAt(0) || 0) << 16) | (text.charCodeAt(1) || 0),
  );
  const order = placesByKey(keys);
  const key = (at: number) => keys[order[at] as number];
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && key(to) === key(from)) to += 1;
    if (to - from === 1) continue;
    order.subarray(from, to).sort((a, b) => compare(texts[a] as string, texts[b] as string) || a - b);
  }
  return order;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
