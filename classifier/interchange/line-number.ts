/** How a list numbers its lines; only lines of one style count on from each other. */
export type NumberStyle =
  | 'dot'
  | 'comma'
  | 'bracket'
  | 'brackets'
  | 'square'
  | 'tab'
  | 'circle'
  | 'zh-comma'
  | 'zh-brackets';

/** A line that begins with a number. `certain` is false where it may be part of the headline: 1.5亿元, 一、二号线. */
export interface NumberedText {
  readonly style: NumberStyle;
  readonly value: number;
  readonly text: string;
  readonly certain: boolean;
}

const STYLES: readonly (readonly [NumberStyle, RegExp])[] = [
  ['dot', /^(\d{1,6})[.．]/],
  ['comma', /^(\d{1,6})、/],
  ['bracket', /^(\d{1,6})[)）]/],
  ['brackets', /^[(（](\d{1,6})[)）]/],
  ['square', /^[[【](\d{1,6})[\]】]/],
  ['tab', /^(\d{1,6})\t/],
  ['circle', /^([①-⑳])/],
  ['zh-comma', /^([一二三四五六七八九十]{1,3})、/],
  ['zh-brackets', /^[(（]([一二三四五六七八九十]{1,3})[)）]/],
];

/** Reads the number before a line: 1. 1、 1) (1) [1] ① 一、 (一), or a number and a tab. Null where there is none. */
export function readNumber(line: string): NumberedText | null {
  for (const [style, pattern] of STYLES) {
    const found = pattern.exec(line);
    if (found?.[1] === undefined) continue;
    const behind = line.slice(found[0].length);
    const certain = !style.startsWith('zh') && !(style === 'dot' && /^\d/.test(behind));
    return { style, value: numberOf(found[1]), text: behind.trim(), certain };
  }
  return null;
}

function numberOf(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits);
  if (/^[①-⑳]/.test(digits)) return (digits.codePointAt(0) ?? 0) - 0x2460 + 1;
  return chineseValue(digits);
}

/** 一 to 九十九; anything else counts as 0. */
function chineseValue(digits: string): number {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(digits);
  if (parts === null) return 0;
  const [, tens, ten, ones] = parts;
  const value = (digit: string | undefined) =>
    digit === undefined ? 0 : '一二三四五六七八九'.indexOf(digit) + 1;
  if (ten === undefined) return tens !== undefined && ones !== undefined ? 0 : value(tens) + value(ones);
  return (tens === undefined ? 1 : value(tens)) * 10 + value(ones);
}

/**
 * Which of the numbered lines of a text are items of a list, in the same order: those that count on from the line of
 * their style before them, or to the one after (1, 2, 3 or, as in Markdown, 1, 1, 1), and a certain 1 that stands
 * alone. An uncertain `1.5亿元` counts only in a list that also has a certain line.
 */
export function countOn(lines: readonly Omit<NumberedText, 'text'>[]): boolean[] {
  const isItem = lines.map(() => false);
  for (const [style] of STYLES) {
    const places = lines.flatMap((line, place) => (line.style === style ? [place] : []));
    const sure = style.startsWith('zh') || places.some((place) => lines[place]?.certain);
    if (!sure) continue;
    for (const [k, place] of places.entries()) {
      const line = lines[place];
      if (line === undefined) continue;
      const before = lines[places[k - 1] ?? -1]?.value;
      const after = lines[places[k + 1] ?? -1]?.value;
      const counts = follows(before, line.value) || follows(line.value, after);
      isItem[place] = counts || (line.certain && line.value === 1);
    }
  }
  return isItem;
}

function follows(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a > 0 && (b === a + 1 || b === a);
}
