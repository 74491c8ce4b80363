/** Values of Chinese digits; 两 counts as 2. Financial digits (壹, 陆) are left out: most are names or other words. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

const NOT_NUMERIC = 0;
const OTHER_NUMERIC = 1;
const DIGIT_ZERO = 2;
const MULTIPLIER_ZERO = 16;
const ASCII_ZERO = 0x30;

/** One byte a UTF-16 unit: what the unit is in a number. */
const CLASSES = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let digit = 0; digit <= 9; digit += 1) classes[ASCII_ZERO + digit] = OTHER_NUMERIC;
  for (const sign of '几数半') classes[sign.charCodeAt(0)] = OTHER_NUMERIC;
  for (const [sign, value] of Object.entries(DIGITS)) classes[sign.charCodeAt(0)] = DIGIT_ZERO + value;
  for (const [sign, value] of Object.entries(MULTIPLIERS)) {
    classes[sign.charCodeAt(0)] = MULTIPLIER_ZERO + Math.log10(value);
  }
  return classes;
}

/** All signs at which a number may begin. */
export const NUMERIC_SIGNS: readonly string[] = [
  ...'0123456789几数半',
  ...Object.keys(DIGITS),
  ...Object.keys(MULTIPLIERS),
];

/** Whether a number may begin at this unit; everything else can be skipped. */
export function isNumeric(unit: number): boolean {
  return CLASSES[unit] !== NOT_NUMERIC;
}

/** 0 to 9 for an Arabic digit, else -1. Past the end of a text the unit is NaN, which is no digit. */
export function arabicDigit(unit: number): number {
  return unit >= ASCII_ZERO && unit <= ASCII_ZERO + 9 ? unit - ASCII_ZERO : -1;
}

/** 0 to 9 for a Chinese digit, else -1. */
export function chineseDigit(unit: number): number {
  const kind = CLASSES[unit] ?? NOT_NUMERIC;
  return kind >= DIGIT_ZERO && kind < MULTIPLIER_ZERO ? kind - DIGIT_ZERO : -1;
}

/** 10, 100, 1000, 10^4 or 10^8 for 十百千万亿, else 0. */
export function multiplierOf(unit: number): number {
  const kind = CLASSES[unit] ?? NOT_NUMERIC;
  return kind > MULTIPLIER_ZERO ? 10 ** (kind - MULTIPLIER_ZERO) : 0;
}

/** Whether the unit is a Latin letter of normalised, that is lower-case, text. */
export function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
