import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#classifier/core/model.ts';
import { type ComposedHeadline, composeHeadlines, readSources, SHORTEST } from './corpus.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const sources = readSources(ROOT);
const LINES = 20_000;
const headlines = [...composeHeadlines(sources, LINES, 7)];

/** Every text that headlines are put together from; digits are told apart by nothing, for they change. */
const known = withoutDigits(
  Object.values(sources)
    .flat()
    .map((text) => text.join(''))
    .join('\n'),
);

function withoutDigits(text: string): string {
  return text.replace(/[0-9]/g, '0');
}

/** The fewest runs of known text that the headline falls into, or null where a character of it is known nowhere. */
function piecesOf(headline: string): number | null {
  const text = withoutDigits(headline);
  let pieces = 0;
  for (let from = 0; from < text.length; pieces += 1) {
    let to = from;
    while (to < text.length && known.includes(text.slice(from, to + 1))) to += 1;
    if (to === from) return null;
    from = to;
  }
  return pieces;
}

function shareOf(holds: (headline: ComposedHeadline) => boolean): number {
  return headlines.filter(holds).length / LINES;
}

describe('the corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect([...composeHeadlines(sources, 500, 7)]).toEqual(headlines.slice(0, 500));
    expect([...composeHeadlines(sources, 500, 8)]).not.toEqual(headlines.slice(0, 500));
  });

  it('has no headline under 22 characters and none with a line break', () => {
    expect(SHORTEST).toBe(22);
    expect(headlines.filter(({ text }) => Array.from(text).length < 22)).toEqual([]);
    expect(headlines.filter(({ text }) => /[\r\n]/.test(text))).toEqual([]);
  });

  it('holds nothing that does not stand in labels/ or seeds/', () => {
    const pieces = headlines.slice(0, 400).map(({ text }) => piecesOf(text));
    expect(pieces.filter((count) => count === null || count > 8)).toEqual([]);
    expect(piecesOf('☃')).toBeNull();
  });

  it('has each label as often as the model expects of a feed', () => {
    const { baseRate } = DEFAULT_SETTINGS;
    expect(shareOf(({ sensational }) => sensational)).toBeCloseTo(baseRate.sensational, 1.7);
    expect(shareOf(({ implausible }) => implausible)).toBeCloseTo(baseRate.implausible, 1.7);
  });

  it('hardly repeats itself', () => {
    expect(new Set(headlines.map(({ text }) => text)).size / LINES).toBeGreaterThan(0.97);
  });

  it('tells some stories again with a character fewer', () => {
    const some = headlines.slice(0, 4000).map(({ text }) => Array.from(withoutDigits(text)));
    const shortened = some.flatMap((text) => text.map((_, at) => text.toSpliced(at, 1).join('')));
    const known = new Set(shortened);
    const copies = some.filter((text) => known.has(text.join(''))).length;
    expect(copies / some.length).toBeGreaterThan(0.03);
    expect(copies / some.length).toBeLessThan(0.07);
  });
});
