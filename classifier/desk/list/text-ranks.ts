import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import { placesByKey } from './sort-keys.ts';

/** A block of ranks as it is stored. */
export interface RankBlock {
  readonly block: number;
  readonly data: Uint8Array;
}

/** The place of each text in the order of texts, in blocks. */
export function* rankBlocks(texts: readonly string[]): Generator<RankBlock, void> {
  const ranks = new Uint32Array(texts.length);
  textOrder(texts).forEach((place, rank) => {
    ranks[place] = rank;
  });
  for (let from = 0; from < ranks.length; from += BLOCK_SIZE) {
    const data = new Uint8Array(ranks.slice(from, from + BLOCK_SIZE).buffer);
    yield { block: from / BLOCK_SIZE, data };
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
