import { type Amount, product, widened } from './amount.ts';
import { arabicDigit, chineseDigit } from './characters.ts';
import { type Unit, unitAt, unitNamed } from './units.ts';

/** A number with its unit, before signs and ranges. */
export interface Measured {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
  readonly unit: Unit;
  /** Where the next thing begins. */
  readonly end: number;
}

const NO_UNIT: Unit = { name: '', dimension: 'none', factor: 1 };
const TENTHS: Unit = { name: '成', dimension: 'share', factor: 10 };
const MONTHS = unitNamed('个月') as Unit;
const PERCENT = unitNamed('%') as Unit;

/** Reads the unit behind an amount, with 多, 余, 来, 半 before or behind it. `none` where no unit follows. */
export function readMeasured(text: string, at: number, amount: Amount): Measured {
  const tenths = readTenths(text, at, amount);
  if (tenths !== null) return tenths;
  const isMore = /[多余来几]/.test(text.charAt(amount.end));
  const wide = isMore ? widened(amount, amount.end + 1) : amount;
  const found = (isMore ? null : halfUnit(text, wide.end)) ?? unitBehind(text, wide.end);
  if (found === null) {
    if (amount.low === 1 && text[amount.end] === '半')
      return measured(amount, 50, 50, PERCENT, amount.end + 1);
    return measured(amount, amount.low, amount.high, NO_UNIT, amount.end);
  }
  const { unit, end, extra } = found;
  return withTail(text, measured(wide, wide.low + extra, wide.high + extra, unit, end), wide.step);
}

function measured({ scale }: Amount, low: number, high: number, unit: Unit, end: number): Measured {
  return { low, high, scale, unit, end };
}

interface FoundUnit {
  readonly unit: Unit;
  readonly end: number;
  readonly extra: number;
}

/** A unit, perhaps behind a blank or as 个多小时. */
function unitBehind(text: string, from: number): FoundUnit | null {
  const at = text[from] === ' ' ? from + 1 : from;
  if (text.startsWith('个多', at)) {
    const unit = text[at + 2] === '月' ? MONTHS : unitAt(text, at + 2);
    if (unit !== null) return { unit, end: at + 2 + (unit === MONTHS ? 1 : unit.name.length), extra: 0 };
  }
  const unit = unitAt(text, at);
  return unit === null || (at > from && unit.dimension === 'label')
    ? null
    : { unit, end: at + unit.name.length, extra: 0 };
}

/** 三个半小时, 两个半月. */
function halfUnit(text: string, at: number): FoundUnit | null {
  if (!text.startsWith('个半', at)) return null;
  if (text[at + 2] === '月') return { unit: MONTHS, end: at + 3, extra: 0.5 };
  const unit = unitAt(text, at + 2);
  return unit === null ? null : { unit, end: at + 2 + unit.name.length, extra: 0.5 };
}

/** Units behind which digits are decimals: 1米75, 9秒58, 3元5. */
const SPLIT: ReadonlySet<string> = new Set(['米', '秒', '元', '块']);

/** 三年半, 3年多, 1米75. */
function withTail(text: string, found: Measured, step: number): Measured {
  const { low, high, unit, end } = found;
  const next = text.charAt(end);
  if (next === '半' && (unit.dimension === 'time' || unit.dimension === 'age')) {
    return { ...found, low: low + 0.5, high: high + 0.5, end: end + 1 };
  }
  if (next === '多' && unit.dimension === 'time') return { ...found, high: high + step, end: end + 1 };
  if (!SPLIT.has(unit.name)) return found;
  let digits = '';
  let last = end;
  for (; digits.length < 3; last += 1) {
    const sign = text.charCodeAt(last);
    const digit = Math.max(arabicDigit(sign), chineseDigit(sign));
    if (digit < 0) break;
    digits += digit;
  }
  const isSplit = digits.length > 0 && digits.length < 3 && !/[十百千万亿.%-]/.test(text.charAt(last));
  if (!isSplit || !Number.isInteger(low) || unitAt(text, last) !== null) return found;
  const part = Number(`0.${digits}`);
  return { ...found, low: product(low + part, 1), high: product(high + part, 1), end: last };
}

/** Words that begin with 成 and have nothing to do with tenths. */
const NOT_TENTHS = /^[为立功员都果年交本长绩人品分群套就熟像因型双才名了真风行家不]/;

/** 三成, 八成五, 六成半. */
function readTenths(text: string, at: number, amount: Amount): Measured | null {
  const { end, low, high } = amount;
  if (text[end] !== '成' || end - at > 2 || high > 10 || NOT_TENTHS.test(text.slice(end + 1, end + 2)))
    return null;
  const half = text[end + 1] === '半' ? 5 : chineseDigit(text.charCodeAt(end + 1));
  if (half < 0) return measured(amount, low, high, TENTHS, end + 1);
  return measured(amount, low + half / 10, high + half / 10, TENTHS, end + 2);
}
