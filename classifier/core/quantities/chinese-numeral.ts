import { type Amount, product } from './amount.ts';
import { chineseDigit, multiplierOf } from './characters.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

const ONE: Range = { low: 1, high: 1 };
const WAN = 1e4;

/**
 * Reads a Chinese numeral: 一百零五, 三万五, 两三百, 十几, 数百万, 三点五, 二〇二四. Null where none begins here.
 * A row of digits that means neither a number nor a pair of neighbours (八一, 五四) is a name.
 */
export function readChinese(text: string, at: number): Amount | null {
  const row = digitRow(text, at);
  const isPair = row.length === 2 && isNeighbours(row[0] as number, row[1] as number);
  if (row.length > 2 || (row.length === 2 && !isPair && multiplierOf(text.charCodeAt(at + 2)) === 0)) {
    return rowAmount(text, row, at);
  }
  return readPlaces(text, at);
}

/** At most this many digits are looked at as one number; a longer row is a name. */
const LONGEST_ROW = 12;

function digitRow(text: string, at: number): number[] {
  const row: number[] = [];
  for (let next = at; ; next += 1) {
    const digit = digitAt(text, next);
    if (digit < 0) return row;
    row.push(digit);
  }
}

/** The digit that stands here; -1 where none does, nor where the 零 belongs to a 零下. */
function digitAt(text: string, at: number): number {
  const digit = chineseDigit(text.charCodeAt(at));
  return digit === 0 && text.startsWith('零下', at) ? -1 : digit;
}

function rowAmount(text: string, row: readonly number[], at: number): Amount {
  const value = row.slice(0, LONGEST_ROW).reduce((sum, digit) => sum * 10 + digit, 0);
  const isName = row.length > LONGEST_ROW || (row.length === 2 && row[0] !== 0);
  const amount = { low: value, high: value, end: at + row.length, step: 1, scale: 1 };
  if (isName || row[0] !== 0) return { ...amount, form: isName ? 'name' : 'digits' };
  return withDecimals(text, { ...amount, form: 'digits' });
}

/** What has been read of a numeral with places. */
interface Places {
  /** What stands before the latest 万 or 亿. */
  total: Range | null;
  /** What stands after it, up to the latest 十, 百 or 千. */
  section: Range | null;
  digit: Range | null;
  /** The latest multiplier of the section, and of the numeral; 0 before the first. */
  place: number;
  last: number;
  /** The latest of 万 and 亿; 0 before the first. */
  big: number;
  afterZero: boolean;
  isVague: boolean;
}

function readPlaces(text: string, at: number): Amount | null {
  const places: Places = {
    total: null,
    section: null,
    digit: null,
    place: 0,
    last: 0,
    big: 0,
    afterZero: false,
    isVague: false,
  };
  let end = at;
  while (take(places, text, end)) end += 1;
  if (end === at) return null;
  const { total, section, digit, last, afterZero, isVague } = places;
  const rest = digit && last >= 100 && !afterZero ? scaled(digit, last / 10) : digit;
  const sum = add(add(total, section), rest) ?? { low: 0, high: 0 };
  const step = digit === null && last > 0 ? last : 1;
  const scale = digit === null ? (section === null ? Math.max(1, places.big) : places.place) : 1;
  return withDecimals(text, { ...sum, end, step, scale, form: isVague ? 'vague' : 'plain' });
}

/** Takes the next sign into the numeral; false where the numeral has ended. */
function take(places: Places, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const digit = digitAt(text, at);
  if (digit >= 0) return takeDigit(places, digit);
  const multiplier = multiplierOf(unit);
  if (multiplier >= WAN) return takeBig(places, multiplier);
  if (multiplier > 0) return takePlace(places, multiplier);
  if (places.digit !== null) return false;
  const several = severalAt(text, at, places.last);
  if (several !== null) {
    places.digit = several;
    places.isVague ||= places.last === 0;
    return true;
  }
  if (!isMoreBeforeBig(text, at) || places.section === null) return false;
  places.section = { low: places.section.low, high: places.section.high + places.place };
  return true;
}

function takeDigit(places: Places, value: number): boolean {
  const { digit } = places;
  const isPair = digit !== null && digit.low === digit.high && isNeighbours(digit.low, value);
  if (digit !== null && digit.high !== 0 && !isPair) return false;
  places.digit = { low: isPair ? digit.low : value, high: value };
  places.afterZero ||= value === 0;
  return true;
}

/** 十, 百 and 千, each at most once and in falling order. */
function takePlace(places: Places, multiplier: number): boolean {
  if (places.place !== 0 && multiplier >= places.place) return false;
  const isBare = places.digit === null || places.digit.high === 0;
  places.isVague ||= isBare && multiplier > 10 && places.section === null;
  places.section = add(places.section, scaled(isBare ? ONE : (places.digit as Range), multiplier));
  Object.assign(places, { digit: null, place: multiplier, last: multiplier, afterZero: false });
  return true;
}

/** 万 and 亿: 一亿两千万, 三万五千亿, 两万亿. */
function takeBig(places: Places, multiplier: number): boolean {
  const head = add(places.section, places.digit);
  if (head === null) {
    places.isVague ||= places.total === null || multiplier === WAN;
    places.total = scaled(places.total ?? ONE, multiplier);
  } else if (places.big === 0 || multiplier > places.big) {
    places.total = scaled(add(places.total, head) as Range, multiplier);
  } else if (multiplier === places.big) {
    return false;
  } else {
    places.total = add(places.total, scaled(head, multiplier));
  }
  Object.assign(places, {
    section: null,
    digit: null,
    place: 0,
    last: multiplier,
    big: multiplier,
    afterZero: false,
  });
  return true;
}

/** 几 and 数 as digits: 几十, 数百万, 十几. */
function severalAt(text: string, at: number, lastPlace: number): Range | null {
  const sign = text[at];
  if (sign === '几') return { low: lastPlace > 0 ? 1 : 2, high: 9 };
  return sign === '数' && multiplierOf(text.charCodeAt(at + 1)) > 0 ? { low: 2, high: 9 } : null;
}

function isMoreBeforeBig(text: string, at: number): boolean {
  return (text[at] === '多' || text[at] === '余') && multiplierOf(text.charCodeAt(at + 1)) >= WAN;
}

/** 三点五, and 三点五万; not the time of day 三点五十分. */
function withDecimals(text: string, amount: Amount): Amount {
  if (text[amount.end] !== '点' || amount.low !== amount.high) return amount;
  const row = digitRow(text, amount.end + 1);
  const end = amount.end + 1 + row.length;
  if (row.length === 0 || row.length > LONGEST_ROW || /^[分刻半十时整多]/.test(text.slice(end, end + 1))) {
    return amount;
  }
  const value = Number(`${amount.low}.${row.join('')}`);
  const multiplier = multiplierOf(text.charCodeAt(end));
  const scale = multiplier >= WAN ? multiplier : 1;
  const decimal = product(value, scale);
  const step = 10 ** (1 - row.length) * scale;
  return { low: decimal, high: decimal, end: end + (scale > 1 ? 1 : 0), step, scale, form: 'plain' };
}

/** 两三, 七八, and 三五 by custom. */
function isNeighbours(first: number, second: number): boolean {
  return first > 0 && (second === first + 1 || (first === 3 && second === 5));
}

function scaled(range: Range, factor: number): Range {
  return { low: range.low * factor, high: range.high * factor };
}

function add(a: Range | null, b: Range | null): Range | null {
  if (a === null || b === null) return a ?? b;
  return { low: a.low + b.low, high: a.high + b.high };
}
