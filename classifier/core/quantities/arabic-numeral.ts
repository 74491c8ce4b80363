import type { Amount } from './amount.ts';
import { arabicDigit } from './characters.ts';

const COMMA = 0x2c;
const DOT = 0x2e;
/** More digits in a row than these, without a separator, are a telephone number or an identity number. */
const MOST_DIGITS = 12;

/** Reads digits with separators of thousands and decimals, such as 1,234.5; null where no digit stands. */
export function readArabic(text: string, at: number): Amount | null {
  const first = digitsEnd(text, at);
  if (first === at) return null;
  let end = first;
  if (first - at <= 3) while (isThousand(text, end)) end += 4;
  const whole = text.slice(at, end);
  let form: Amount['form'] = first - at > MOST_DIGITS ? 'name' : 'plain';
  let decimals = '';
  if (text.charCodeAt(end) === DOT && arabicDigit(text.charCodeAt(end + 1)) >= 0) {
    const decimalEnd = digitsEnd(text, end + 1);
    decimals = text.slice(end, decimalEnd);
    end = decimalEnd;
    while (text.charCodeAt(end) === DOT && arabicDigit(text.charCodeAt(end + 1)) >= 0) {
      form = 'name';
      end = digitsEnd(text, end + 1);
    }
  }
  const value = Number(whole.replaceAll(',', '') + decimals);
  return { low: value, high: value, end, step: stepOf(whole, decimals), scale: 1, form };
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (arabicDigit(text.charCodeAt(end)) >= 0) end += 1;
  return end;
}

function isThousand(text: string, at: number): boolean {
  return text.charCodeAt(at) === COMMA && digitsEnd(text, at + 1) === at + 4;
}

/** The worth of the last digit that is not a trailing zero: 20多 is between 20 and 30. */
function stepOf(whole: string, decimals: string): number {
  if (decimals !== '') return 10 ** -(decimals.length - 1);
  const digits = whole.replaceAll(',', '');
  let zeros = 0;
  while (zeros < digits.length - 1 && digits.at(-1 - zeros) === '0') zeros += 1;
  return 10 ** zeros;
}
