import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');

/** The colours of a theme; the night takes what it does not change from the day. */
function coloursOf(...sheets: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    sheets.flatMap((sheet) =>
      [...sheet.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(
        ([, name = '', colour = '']) => [name, colour] as const,
      ),
    ),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'shade', 'chosen'];
const TEXT = ['ink', 'ink-soft', 'ink-faint', 'sensational', 'implausible', 'check', 'pass'];
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...GROUNDS.flatMap((ground) => TEXT.map((text) => [text, ground, 4.5] as const)),
  ...GROUNDS.map((ground) => ['focus', ground, 3] as const),
  ['flag-ink', 'flag', 4.5],
  ['ink', 'sensational-ground', 4.5],
  ['ink', 'implausible-ground', 4.5],
  ['paper', 'ink', 4.5],
];

describe.each([
  ['by day', coloursOf(day)],
  ['by night', coloursOf(day, night)],
])('colours %s', (_time, colours) => {
  it('are WCAG AA on every ground on which they stand', () => {
    const weak = PAIRS.filter(([text, ground, least]) => {
      return contrast(colours.get(text) ?? '', colours.get(ground) ?? '') < least;
    });
    expect(weak).toEqual([]);
  });
});
