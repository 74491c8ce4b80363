import { stringOf, type UnitText } from '#classifier/core/unit-text.ts';
import { arabicDigit, isNumeric, NUMERIC_SIGNS } from './characters.ts';
import type { PlausibleRange } from './plausible-range.ts';
import { type Dimension, RATES, UNITS } from './units.ts';

/** Words that stand for a unit, and the dimensions that a number before them may have. */
export type UnitWords = ReadonlyMap<string, ReadonlySet<Dimension>>;

/** What makes a share or months of a number besides the units of the table. */
const OTHER_UNITS: readonly (readonly [string, Dimension])[] = [
  ['成', 'share'],
  ['半', 'share'],
  ['分之', 'share'],
  ['百分百', 'share'],
  ['个多月', 'time'],
  ['个半月', 'time'],
];

/** The words that must stand behind a number for it to have a dimension; rates count as what they are rates of, too. */
export function unitWords(): UnitWords {
  const words = new Map<string, Set<Dimension>>();
  const add = (word: string, dimension: Dimension): void => {
    const known = words.get(word) ?? new Set();
    words.set(word, known.add(dimension));
    for (const rate of RATES) if (rate.of === dimension) known.add(rate.makes);
  };
  for (const [dimension, units] of Object.entries(UNITS)) {
    for (const name of Object.keys(units)) add(name, dimension as Dimension);
  }
  for (const [word, dimension] of OTHER_UNITS) add(word, dimension);
  return words;
}

/** Words of which one must stand in a headline for the range to be checked, group by group. */
export function wordsOfRange(range: PlausibleRange): readonly (readonly string[])[] {
  const { before, after, needed, bare } = range;
  const measured = [[...before, ...after], needed].filter((group) => group.length > 0);
  const groups = isForNegatives(range) ? [...measured, MINUS] : measured;
  return bare && groups.length === 0 ? [NUMERIC_SIGNS] : groups;
}

/** Signs of which one stands before every negative number. */
const MINUS: readonly string[] = ['负', '零下', '-', '−'];

/** Whether nothing but a negative value is beyond the range. */
function isForNegatives({ likely, possible }: PlausibleRange): boolean {
  return [likely, possible].every(({ low, high }) => high === null && (low === null || low <= 0));
}

/**
 * Whether a number may end at a place of a text that begins at `from`: a unit behind anything else measures nothing.
 * 百分百 begins with its number.
 */
export function mayFollowNumber(units: Uint16Array, from: number, at: number): boolean {
  if (units[at] === HUNDRED) return true;
  if (at === from) return false;
  const unit = units[at - 1] as number;
  return isNumeric(unit) || unit === BLANK || BETWEEN.has(unit);
}

const HUNDRED = 0x767e;
const BLANK = 0x20;
/** What may stand between a number and its unit besides a blank; 半 is numeric itself. */
const BETWEEN: ReadonlySet<number> = new Set([...'多余来'].map((sign) => sign.charCodeAt(0)));

/** Words at which {@link mayBreakLogic} looks closer. */
export const LOGIC_SIGNS = ['月', '时', '点', '-', '/', '.'] as const;

/** Words that by themselves call for the checks of logic. */
export const LOGIC_WORDS: readonly string[] = ['星期', '礼拜'].flatMap((week) =>
  [...'八九89'].map((day) => week + day),
);

/**
 * Whether a date or time around the sign at a place may be one that does not exist. Says no only to what is plainly in
 * order (3月, 12月28日, 8时30分) and to signs that no number touches.
 */
export function mayBreakLogic(text: UnitText, at: number): boolean {
  const isBehindNumber = at > 0 && isNumeric(text.units[text.from + at - 1] as number);
  return isBehindNumber && mayBeWrong(stringOf(text), at);
}

function mayBeWrong(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign !== '月' && sign !== '时' && sign !== '点') return mayBeDate(text, at, sign);
  const value = plainBefore(text, at);
  if (value === null) return true;
  if (sign === '月') {
    return value < 1 || value > MONTHS || !isPlainBehind(text, at + 1, value === FEBRUARY ? 28 : 30);
  }
  // Nobody reads an hour of more than two digits.
  return value < MOST_OF_TWO_DIGITS && (value > HOURS || !isPlainBehind(text, at + 1, MINUTES));
}

const MONTHS = 12;
const FEBRUARY = 2;
const HOURS = 24;
const MINUTES = 59;
const MOST_OF_TWO_DIGITS = 99;
/** A longer row of digits is looked at closer. */
const PLAIN_DIGITS = 5;

/** Whether this is the first of two equal signs in the middle of 2024-2-30. */
function mayBeDate(text: string, at: number, sign: string): boolean {
  if (!isDigit(text, at + 1) || !isDigit(text, at - 1) || !isDigit(text, at - 4)) return false;
  const second = isDigit(text, at + 2) ? at + 3 : at + 2;
  return text.charAt(second) === sign && isDigit(text, second + 1);
}

/** The number that ends before a place, where it is one Chinese sign or a few digits that stand alone; else null. */
function plainBefore(text: string, at: number): number | null {
  if (!isDigit(text, at - 1)) {
    const sign = SMALL.indexOf(text.charAt(at - 1));
    return sign < 0 || leadsIn(text, at - 2) ? null : sign + 1;
  }
  let start = at;
  while (start > at - PLAIN_DIGITS && isDigit(text, start - 1)) start -= 1;
  return start === at - PLAIN_DIGITS || leadsIn(text, start - 1) ? null : Number(text.slice(start, at));
}

const SMALL = '一二三四五六七八九十';

/** No number begins at a place, or one or two digits of at most so much, not zero, that nothing else follows. */
function isPlainBehind(text: string, at: number, most: number): boolean {
  if (!touches(text, at)) return true;
  let end = at;
  while (end < at + 3 && isDigit(text, end)) end += 1;
  const value = Number(text.slice(at, end));
  return end > at && end < at + 3 && !leadsIn(text, end) && value > 0 && value <= most;
}

function isDigit(text: string, at: number): boolean {
  return arabicDigit(text.charCodeAt(at)) >= 0;
}

function touches(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isNumeric(text.charCodeAt(at));
}

/** What may join digits to more of their number. */
function leadsIn(text: string, at: number): boolean {
  return touches(text, at) || '.,多余个'.includes(text.charAt(at) || ' ');
}
