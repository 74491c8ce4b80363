import { HEADLINE_LIMIT } from './headline-limit.ts';
import { HEADLINE_KEYS } from './headline-lines.ts';
import { JSON_LINE_LIMIT } from './json-line.ts';
import { isBlank } from './lines.ts';

/** Finds the headline of a record that JSON.stringify would write exactly as it stands; null for any other. */
export type FlatReader = (text: string, start: number, end: number) => string | null;

/** The key that the verdict is put under; a record that has it is no flat one. */
export const VERDICT_KEY = 'jianwen';

/** The keys of the last record as they are printed, `"text":`, and which of them gives the headline. */
interface Shape {
  readonly keys: readonly string[];
  readonly headline: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

/**
 * Reads `{"key":value,…}` between two places of a text without building an object: values are strings without escapes,
 * numbers, true, false and null; no white space, no key twice, none that starts with a digit (JavaScript would move it
 * to the front). Lines of a feed have the same keys, so those of the line before are tried first. Answers only where
 * {@link ./headline-lines.ts | readHeadlineLine} would give the same headline and the same record would be printed.
 */
export function createFlatReader(): FlatReader {
  let shape: Shape | null = null;
  return (text, start, end) => {
    if (end - start > JSON_LINE_LIMIT) return null;
    const known = shape === null ? undefined : readShaped(text, start, end, shape);
    if (known !== undefined) return known;
    shape = shapeOf(text, start, end);
    return shape === null ? null : (readShaped(text, start, end, shape) ?? null);
  };
}

/** Undefined where the line has other keys or is no flat record; null where its headline needs a closer look. */
function readShaped(
  text: string,
  start: number,
  end: number,
  { keys, headline }: Shape,
): string | null | undefined {
  let at = start + 1;
  let found: string | null = null;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (!text.startsWith(key, at)) return undefined;
    at += key.length;
    const behind = valueEnd(text, at, end);
    if (behind < 0) return undefined;
    if (index === headline) found = headlineIn(text, at, behind);
    if (text.charCodeAt(behind) !== (index === keys.length - 1 ? CLOSE : COMMA)) return undefined;
    at = behind + 1;
  }
  return at === end ? found : undefined;
}

/** The keys of a flat record; null for any other. */
function shapeOf(text: string, start: number, end: number): Shape | null {
  if (!text.startsWith('{"', start)) return null;
  const names: string[] = [];
  for (let at = start + 1; ; ) {
    const colon = text.charCodeAt(at) === QUOTE ? valueEnd(text, at, end) : -1;
    if (colon < 0 || text[colon] !== ':') return null;
    names.push(text.slice(at + 1, colon - 1));
    const behind = valueEnd(text, colon + 1, end);
    if (behind < 0) return null;
    at = behind + 1;
    if (text.charCodeAt(behind) === COMMA) continue;
    if (text.charCodeAt(behind) !== CLOSE || at !== end) return null;
    break;
  }
  const first = HEADLINE_KEYS.find((key) => names.includes(key));
  const isPlain = new Set(names).size === names.length && !names.some((name) => /^\d/.test(name));
  if (first === undefined || !isPlain || names.includes(VERDICT_KEY)) return null;
  return { keys: names.map((name) => `"${name}":`), headline: names.indexOf(first) };
}

/** The place behind the value that starts at `at`; -1 where it is none, or not one that is printed as it stands. */
function valueEnd(text: string, at: number, end: number): number {
  return text.charCodeAt(at) === QUOTE ? stringEnd(text, at + 1, end) : wordEnd(text, at, end);
}

function stringEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    // Control characters are not JSON, escapes and halves of pairs may be printed otherwise.
    if (unit < 0x20 || unit === BACKSLASH || (unit & 0xf800) === 0xd800) return -1;
  }
  return -1;
}

const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[,}])/y;

function wordEnd(text: string, at: number, end: number): number {
  const digits = smallWholeEnd(text, at, end);
  if (digits > at) return digits;
  WORD.lastIndex = at;
  return WORD.test(text) && WORD.lastIndex < end ? WORD.lastIndex : -1;
}

/** The place behind a whole number without sign or leading zero; `at` where there is something else. */
function smallWholeEnd(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first < 0x31 || first > 0x39) return at;
  for (let behind = at + 1; behind < end; behind += 1) {
    const unit = text.charCodeAt(behind);
    if (unit === COMMA || unit === CLOSE) return behind;
    if (unit < 0x30 || unit > 0x39) return at;
  }
  return at;
}

function headlineIn(text: string, at: number, behind: number): string | null {
  if (text.charCodeAt(at) !== QUOTE || behind - at - 2 > HEADLINE_LIMIT) return null;
  const headline = text.slice(at + 1, behind - 1);
  return isBlank(headline) ? null : headline;
}
