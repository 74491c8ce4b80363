import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from '../normalise.ts';
import { bigramSets, jaccard } from './bigrams.ts';
import { clusterHeadlines } from './near-copies.ts';

const LABELS = new URL('../../../labels/zigong.jsonl', import.meta.url);
const HEADLINES: string[] = readFileSync(LABELS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);

function clustersOf(texts: readonly string[]): string[][] {
  const members = new Map<number, string[]>();
  clusterHeadlines(texts.map(normalisedText)).forEach((first, at) => {
    members.set(first, [...(members.get(first) ?? []), texts[at] as string]);
  });
  return [...members.values()].filter((cluster) => cluster.length > 1);
}

describe('clusterHeadlines', () => {
  it('finds the six pairs of the sample list and nothing else', () => {
    const clusters = clustersOf(HEADLINES);
    expect(clusters.map((cluster) => cluster.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(clusters.flat().filter((text) => text.includes('退耕还林'))).toHaveLength(2);
  });

  it('finds a copy whatever single character was changed, and names the cluster by its first headline', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HEADLINES),
        fc.nat(),
        fc.constantFrom('桥', '5', '!', ''),
        (text, place, change) => {
          const at = place % text.length;
          const copy = text.slice(0, at) + change + text.slice(at + 1);
          expect([
            ...clusterHeadlines([normalisedText(text), '一条无关的标题', normalisedText(copy)]),
          ]).toEqual([0, 1, 0]);
        },
      ),
    );
  });

  it('leaves empty headlines and headlines of one character alone', () => {
    expect([...clusterHeadlines(['', '', '桥', '桥', '大桥', '大桥'])]).toEqual([0, 1, 2, 3, 4, 4]);
  });
});

describe('jaccard', () => {
  it('is the share of common bigrams', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙') }),
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙') }),
        (a, b) => {
          const plain = (text: string): Set<string> =>
            new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
          const [left, right] = [plain(a), plain(b)];
          const shared = [...left].filter((bigram) => right.has(bigram)).length;
          const all = new Set([...left, ...right]).size;
          expect(jaccard(bigramSets([a, b]), 0, 1)).toBeCloseTo(
            all === 0 ? 0 : left.size + right.size === shared ? 0 : shared / all,
            12,
          );
        },
      ),
    );
  });
});
