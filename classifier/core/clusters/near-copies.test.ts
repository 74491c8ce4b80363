import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from '../normalise.ts';
import { bigramSets, jaccard } from './bigrams.ts';
import { disjointSets, join, settle } from './disjoint-sets.ts';
import { mixed } from './mixed.ts';
import { clusterHeadlines } from './near-copies.ts';

const HEADLINES = textsOf('zigong');
const STARTER = textsOf('starter');

function textsOf(name: string): string[] {
  const file = new URL(`../../../labels/${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text);
}

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

describe('clusterHeadlines against a comparison of all pairs', () => {
  const texts = mixture(3000).map(normalisedText);
  const firsts = clusterHeadlines(texts);
  const { pairs, components } = allPairs(texts);

  it('gives an equivalence, named by first members', () => {
    expect(firsts.every((first, at) => first <= at && firsts[first] === first)).toBe(true);
  });

  it('joins nothing that all pairs would not connect', () => {
    expect(texts.filter((_, at) => components[firsts[at] as number] !== components[at])).toEqual([]);
  });

  it.each([
    [0.8, 1, 400, 1],
    [0.6, 0.8, 400, 1],
    [0.5, 0.6, 1000, 0.98],
    [0.45, 0.5, 1000, 0.96],
  ])('finds pairs that share from %d to %d', (least, below, atLeast, share) => {
    const owed = pairs.filter(({ shared }) => shared >= least && (shared < below || below === 1));
    const found = owed.filter(({ a, b }) => firsts[a] === firsts[b]);
    expect(owed.length).toBeGreaterThan(atLeast);
    expect(found.length / owed.length).toBeGreaterThanOrEqual(share);
  });

  it('finds each copy among thousands that begin alike without being alike', () => {
    const crowd = Array.from({ length: 4000 }, (_, at) => `全市今年计划改造老旧小区${spelt(at)}`);
    const copies = crowd.slice(0, 500).map((text) => `${text.slice(0, -1)}终`);
    const clusters = clusterHeadlines([...crowd, ...copies]);
    expect(copies.filter((_, at) => clusters[4000 + at] !== clusters[at])).toEqual([]);
    expect(new Set(clusters).size).toBeGreaterThan(3900);
  });
});

/** Headlines of the starter set, two halves of different ones joined, and copies with one place changed; seeded. */
function mixture(count: number): string[] {
  const words = STARTER.length;
  let state = 20260705;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const any = (): string => STARTER[below(words)] as string;
  return Array.from({ length: count }, (_, at) => {
    const [one, other] = [any(), any()];
    const place = below(one.length);
    if (at % 3 === 0) return (STARTER[below(60)] as string).slice(0, 18) + other.slice(other.length >> 1);
    if (at % 3 === 1) return one.slice(0, place) + other.slice(0, 2) + one.slice(place);
    return one;
  });
}

function allPairs(texts: readonly string[]) {
  const sets = bigramSets(texts);
  const components = disjointSets(texts.length);
  const pairs: { a: number; b: number; shared: number }[] = [];
  for (let b = 1; b < texts.length; b += 1) {
    for (let a = 0; a < b; a += 1) {
      const shared = jaccard(sets, a, b);
      if (shared < 0.45) continue;
      pairs.push({ a, b, shared });
      join(components, a, b);
    }
  }
  settle(components);
  return { pairs, components };
}

/** Fourteen characters that hardly any two numbers share two of in a row. */
function spelt(number: number): string {
  return Array.from({ length: 14 }, (_, at) =>
    String.fromCharCode(0x4e00 + (mixed(number * 14 + at + 1) >>> 18)),
  ).join('');
}
