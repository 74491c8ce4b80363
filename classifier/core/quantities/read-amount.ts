import { type Amount, product, times, widened } from './amount.ts';
import { readArabic } from './arabic-numeral.ts';
import { arabicDigit, chineseDigit, multiplierOf } from './characters.ts';
import { readChinese } from './chinese-numeral.ts';

const NO_LIMIT = Number.POSITIVE_INFINITY;

/**
 * Reads the number that begins at a place: Arabic, Chinese or mixed (3.5万, 1亿2千万, 20余万, 3万5). Null where none
 * begins. What is read is linear in its length: each nested part is smaller than the multiplier before it.
 */
export function readAmount(text: string, at: number): Amount | null {
  return readBelow(text, at, NO_LIMIT);
}

function readBelow(text: string, at: number, limit: number): Amount | null {
  if (arabicDigit(text.charCodeAt(at)) < 0) return readChinese(text, at);
  const digits = readArabic(text, at);
  if (digits === null || digits.form === 'name') return digits;
  return readMultipliers(text, digits, limit);
}

function readMultipliers(text: string, digits: Amount, limit: number): Amount {
  let amount = digits;
  let last = 0;
  for (;;) {
    const wide = isMore(text, amount.end) ? widened(amount, amount.end + 1) : amount;
    const sign = text.startsWith('个亿', wide.end) ? wide.end + 1 : wide.end;
    const multiplier = multiplierOf(text.charCodeAt(sign));
    if (multiplier < 100 || amount.high * multiplier >= limit) break;
    amount = times(wide, multiplier, sign + 1);
    last = multiplier;
  }
  return last === 0 || amount.low !== amount.high ? amount : readRest(text, amount, last);
}

/** 1亿2千万, 3万5千, and 3万5 for 35000. */
function readRest(text: string, amount: Amount, last: number): Amount {
  const first = text.charCodeAt(amount.end);
  if (arabicDigit(first) < 0 && chineseDigit(first) < 0) return amount;
  const rest = readBelow(text, amount.end, last);
  if (rest === null || rest.form !== 'plain' || rest.high >= last || isYear(text, amount.end, rest))
    return amount;
  const factor = rest.end === amount.end + 1 ? last / 10 : 1;
  return {
    ...rest,
    low: amount.low + product(rest.low, factor),
    high: amount.high + product(rest.high, factor),
    step: rest.step * factor,
  };
}

function isYear(text: string, at: number, rest: Amount): boolean {
  return rest.end === at + 4 && text[rest.end] === '年';
}

/** 多, 余 or 几 between a number and its multiplier. */
function isMore(text: string, at: number): boolean {
  return /[多余几]/.test(text.charAt(at)) && multiplierOf(text.charCodeAt(at + 1)) >= 100;
}
