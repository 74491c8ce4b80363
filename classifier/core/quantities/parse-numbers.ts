import type { Amount } from './amount.ts';
import { arabicDigit, isLatin, isNumeric } from './characters.ts';
import type { FoundNumber, NumberLabel, Quantity } from './found-number.ts';
import { readAmount } from './read-amount.ts';
import { readDate, readNumericDate } from './read-date.ts';
import { type Measured, readMeasured } from './read-measured.ts';
import { ratedUnit, type Unit, unitNamed } from './units.ts';

/** Words before a number that may change what it means are looked for this far, in UTF-16 units. */
const LOOK_BACK = 8;

/**
 * Finds the numbers of a normalised text, left to right, without overlap: quantities with their units, dates, times and
 * labels (ordinals, models, roads, scores). Chinese numerals that count nothing (统一, 万科) are not told. Linear.
 */
export function parseNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isNumeric(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const number = readNumber(text, at);
    if (typeof number === 'number') at = number;
    else {
      found.push(number);
      at = number.span.end;
    }
  }
  return found;
}

/** The number that begins here, or where to go on where none does. */
function readNumber(text: string, at: number): FoundNumber | number {
  const isArabic = arabicDigit(text.charCodeAt(at)) >= 0;
  const before = text.charAt(at - 1);
  if (text.startsWith('零下', at)) return at + 2;
  if (text.charAt(at) === '半') return readHalf(text, at);
  const date = isArabic ? readNumericDate(text, at) : null;
  if (date !== null) return date;
  const amount = readAmount(text, at);
  if (amount === null) return at + 1;
  const isName = amount.form === 'name' || before === '第' || (isArabic && isLatin(before.charCodeAt(0)));
  if (isName) return isArabic || before === '第' ? label(text, at, amount.end) : amount.end;
  const share = readFraction(text, at, amount);
  if (share !== null) return share;
  if (isWeekday(text, at, amount)) return { kind: 'label', span: { start: at, end: amount.end } };
  return readDate(text, at, amount) ?? readQuantity(text, at, amount, isArabic);
}

/** A number that counts nothing, with the letters and digits that follow it at once. */
function label(text: string, start: number, from: number): NumberLabel {
  let end = from;
  while (isLatin(text.charCodeAt(end)) || arabicDigit(text.charCodeAt(end)) >= 0) end += 1;
  return { kind: 'label', span: { start, end } };
}

/** 周三, 星期五; not 每周三次. */
function isWeekday(text: string, at: number, amount: Amount): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (before === '星期' || before === '礼拜') return true;
  return before.endsWith('周') && before !== '每周' && amount.end === at + 1 && amount.low <= 6;
}

const PERCENT = unitNamed('%') as Unit;

/** 百分之五, 三分之二, 百分百, as a share in per cent. */
function readFraction(text: string, at: number, amount: Amount): Quantity | null {
  const whole = (value: number, end: number): Quantity => quantity(at, end, PERCENT, [value, value]);
  if (text.startsWith('百分百', at)) return whole(100, at + 3);
  if (!text.startsWith('分之', amount.end) || amount.low <= 0) return null;
  const part = readAmount(text, amount.end + 2);
  if (part === null || part.form === 'name') return null;
  const per = 100 / amount.low;
  const isVague = part.form === 'vague' && part.low !== 100;
  return { ...quantity(at, part.end, PERCENT, [part.low * per, part.high * per]), isVague };
}

/** 半年, 半小时; not 大半年, 多半. */
function readHalf(text: string, at: number): Quantity | number {
  if (/[一大小多前后上下]/.test(text.charAt(at - 1))) return at + 1;
  const measured = readMeasured(text, at, {
    low: 0.5,
    high: 0.5,
    end: at + 1,
    step: 0,
    scale: 1,
    form: 'plain',
  });
  return measured.unit.dimension === 'none' || measured.unit.dimension === 'label'
    ? at + 1
    : quantity(at, measured.end, measured.unit, [0.5, 0.5]);
}

function readQuantity(text: string, at: number, amount: Amount, isArabic: boolean): FoundNumber | number {
  const first = readMeasured(text, at, amount);
  const { unit } = first;
  if (unit.dimension === 'label') return { kind: 'label', span: { start: at, end: first.end } };
  if (unit.dimension === 'none') {
    if (isArabic && isModelOrScore(text, amount.end)) return label(text, at, scoreEnd(text, amount.end));
    if (!isArabic && (amount.form !== 'plain' || first.end - at < 2)) return amount.end;
  }
  const second = readUpper(text, first);
  if (second === 'label') return { kind: 'label', span: { start: at, end: first.end } };
  const { low, high, end, unit: last } = second ?? first;
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const rated = ratedUnit(last, before);
  const isVague = amount.form === 'vague';
  const sign = signBefore(before, rated);
  const bounds: Bounds = sign > 0 ? [-high, -low] : openEnds([low, high], before);
  return { ...quantity(at - sign, end, rated, bounds), isVague };
}

/** Letters at once behind a number (5g, 3d), or the second half of a score (3:2, 3-1, 3比2). */
function isModelOrScore(text: string, at: number): boolean {
  if (isLatin(text.charCodeAt(at))) return true;
  return /[:\-比/]/.test(text.charAt(at)) && arabicDigit(text.charCodeAt(at + 1)) >= 0 && !isRange(text, at);
}

function scoreEnd(text: string, at: number): number {
  let end = at;
  while (/[:\-比/]/.test(text.charAt(end)) && arabicDigit(text.charCodeAt(end + 1)) >= 0) {
    end = (readAmount(text, end + 1) as Amount).end;
  }
  return end;
}

const TO = /[-~—–至到]/;

/** Whether a second number with a unit follows, as in 20-30岁. */
function isRange(text: string, at: number): boolean {
  if (!TO.test(text.charAt(at))) return false;
  const amount = readAmount(text, at + 1);
  if (amount === null || amount.form === 'name') return false;
  const { dimension } = readMeasured(text, at + 1, amount).unit;
  return dimension !== 'none' && dimension !== 'label';
}

/** The range that begins with a first number (20-30岁, 3万至5万元); null where it stands alone. */
function readUpper(text: string, first: Measured): Measured | 'label' | null {
  if (!TO.test(text.charAt(first.end))) return null;
  const at = first.end + 1;
  const amount = isNumeric(text.charCodeAt(at)) ? readAmount(text, at) : null;
  if (amount === null || amount.form === 'name' || amount.form === 'vague') return null;
  const isBare = first.unit.dimension === 'none';
  if (readDate(text, at, amount) !== null) return isBare ? 'label' : null;
  const upper = readMeasured(text, at, amount);
  if (upper.unit.dimension === 'label') return isBare ? 'label' : null;
  if (!isBare && upper.unit.dimension !== first.unit.dimension) return null;
  const factor = isBare ? 1 : first.unit.factor / upper.unit.factor;
  const takesOver = first.scale === 1 && amount.scale >= 100 && first.high * amount.scale <= upper.high;
  const low = first.low * factor * (takesOver ? amount.scale : 1);
  return low <= upper.high ? { ...upper, low } : null;
}

/** Length of the sign before a number: 负, 零下, or a minus that cannot be a dash; 0 where it is not negative. */
function signBefore(before: string, unit: Unit): number {
  if (!'负下约近至-−'.includes(before.at(-1) ?? ' ')) return 0;
  const frozen = /零下[约近至]?$/.exec(before);
  if (frozen !== null) return frozen[0].length;
  const isSigned = unit.dimension === 'temperature' || unit.dimension === 'share';
  const isMinus =
    /(^|[^胜正背身肩自欺抱辜担平两一二三四五六七八九十\d])负$/.test(before) ||
    /[为达][-−]$/.test(before) ||
    (isSigned && /(^|[^\da-z%度])[-−]$/.test(before));
  return isMinus ? 1 : 0;
}

type Bounds = readonly [low: number, high: number];

/** 不足300 is anything up to 300; 超过20 anything from 20. */
function openEnds([low, high]: Bounds, before: string): Bounds {
  if (!'足到于满过多少逾破超了'.includes(before.at(-1) ?? ' ')) return [low, high];
  if (/(不足|不到|低于|少于|小于|未满|不满|不超过|至多|最多)$/.test(before)) return [0, high];
  if (/(超过?|逾|突破|至少|多于|高于|大于|不低于|不少于)了?$/.test(before)) {
    return [low, Number.POSITIVE_INFINITY];
  }
  return [low, high];
}

function quantity(start: number, end: number, unit: Unit, [low, high]: Bounds): Quantity {
  return { kind: 'quantity', low, high, isVague: false, unit, span: { start, end } };
}
