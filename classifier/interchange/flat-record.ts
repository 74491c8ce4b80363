import { HEADLINE_LIMIT } from './headline-limit.ts';
import { HEADLINE_KEYS } from './headline-lines.ts';
import { JSON_LINE_LIMIT } from './json-line.ts';
import { isBlank } from './lines.ts';

/**
 * Finds the headline of a record that JSON.stringify would write exactly as it stands. Reads UTF-8, which must be valid;
 * all places are places of bytes.
 */
export interface FlatReader {
  /** Whether the record between two places is such a one; its headline is then between `from` and `to`. */
  find(bytes: Buffer, start: number, end: number): boolean;
  readonly from: number;
  readonly to: number;
}

/** The key that the verdict is put under; a record that has it is no flat one. */
export const VERDICT_KEY = 'jianwen';

/** The keys of the last record as they are printed, `"text":`, and which of them gives the headline. */
interface Shape {
  readonly keys: readonly Uint8Array[];
  readonly headline: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
/** The first byte of a character of four, which is two UTF-16 units. */
const FIRST_OF_FOUR = 0xf0;

/**
 * Reads `{"key":value,…}` between two places without building an object: values are strings without escapes, numbers,
 * true, false and null; no white space, no key twice, none that starts with a digit (JavaScript would move it to the
 * front). Lines of a feed have the same keys, so those of the line before are tried first. Answers only where
 * {@link ./headline-lines.ts | readHeadlineLine} would give the same headline and the same record would be printed.
 */
export function createFlatReader(): FlatReader {
  let shape: Shape | null = null;
  let from = 0;
  let to = 0;

  /** Whether the line has the keys of a shape and a headline under the right one. */
  function hasShape(bytes: Buffer, start: number, end: number, { keys, headline }: Shape): boolean | null {
    let at = start + 1;
    let isFound = false;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as Uint8Array;
      if (!standsAt(bytes, key, at)) return null;
      at += key.length;
      const behind = valueEnd(bytes, at, end);
      if (behind < 0) return null;
      if (index === headline) {
        isFound = isHeadline(bytes, at, behind);
        from = at + 1;
        to = behind - 1;
      }
      if (bytes[behind] !== (index === keys.length - 1 ? CLOSE : COMMA)) return null;
      at = behind + 1;
    }
    return at === end ? isFound : null;
  }

  return {
    find(bytes, start, end) {
      // A line of more bytes may still have few enough units; that is looked at closer.
      if (end - start > JSON_LINE_LIMIT) return false;
      const known = shape === null ? null : hasShape(bytes, start, end, shape);
      if (known !== null) return known;
      shape = shapeOf(bytes, start, end);
      return shape !== null && hasShape(bytes, start, end, shape) === true;
    },
    get from() {
      return from;
    },
    get to() {
      return to;
    },
  };
}

/** The keys of a flat record; null for any other. */
function shapeOf(bytes: Buffer, start: number, end: number): Shape | null {
  const names: string[] = [];
  for (let at = start + 1; ; ) {
    const colon = bytes[at] === QUOTE ? valueEnd(bytes, at, end) : -1;
    if (colon < 0 || bytes[colon] !== COLON) return null;
    names.push(bytes.toString('utf8', at + 1, colon - 1));
    const behind = valueEnd(bytes, colon + 1, end);
    if (behind < 0) return null;
    at = behind + 1;
    if (bytes[behind] === COMMA) continue;
    if (bytes[behind] !== CLOSE || at !== end) return null;
    break;
  }
  const first = HEADLINE_KEYS.find((key) => names.includes(key));
  const isPlain = new Set(names).size === names.length && !names.some((name) => /^\d/.test(name));
  if (first === undefined || !isPlain || names.includes(VERDICT_KEY)) return null;
  return { keys: names.map((name) => Buffer.from(`"${name}":`)), headline: names.indexOf(first) };
}

function standsAt(bytes: Uint8Array, key: Uint8Array, at: number): boolean {
  for (let index = 0; index < key.length; index += 1) if (bytes[at + index] !== key[index]) return false;
  return true;
}

/** The place behind the value that starts at `at`; -1 where it is none, or not one that is printed as it stands. */
function valueEnd(bytes: Buffer, at: number, end: number): number {
  return bytes[at] === QUOTE ? stringEnd(bytes, at + 1, end) : wordEnd(bytes, at, end);
}

function stringEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at + 1;
    // Control characters are not JSON, escapes and pairs of units may be printed otherwise.
    if (byte < 0x20 || byte === BACKSLASH || byte >= FIRST_OF_FOUR) return -1;
  }
  return -1;
}

const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function wordEnd(bytes: Buffer, at: number, end: number): number {
  const digits = smallWholeEnd(bytes, at, end);
  if (digits > at) return digits;
  let behind = at;
  while (behind < end && bytes[behind] !== COMMA && bytes[behind] !== CLOSE) behind += 1;
  return behind < end && WORD.test(bytes.toString('latin1', at, behind)) ? behind : -1;
}

/** The place behind a whole number without sign or leading zero; `at` where there is something else. */
function smallWholeEnd(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number;
  if (first < 0x31 || first > 0x39) return at;
  for (let behind = at + 1; behind < end; behind += 1) {
    const byte = bytes[behind] as number;
    if (byte === COMMA || byte === CLOSE) return behind;
    if (byte < 0x30 || byte > 0x39) return at;
  }
  return at;
}

/** Whether a value is a string, surely not too long, and not blank. */
function isHeadline(bytes: Buffer, at: number, behind: number): boolean {
  if (bytes[at] !== QUOTE || behind - at - 2 > HEADLINE_LIMIT) return false;
  return isPlainLetter(bytes[at + 1] as number) || !isBlank(bytes.toString('utf8', at + 1, behind - 1));
}

/** Whether a byte begins a character that is surely no white space: ASCII, or from U+4000 to U+DFFF. */
function isPlainLetter(byte: number): boolean {
  return byte < 0x80 ? byte > 0x20 && byte !== QUOTE : byte >= 0xe4 && byte <= 0xed;
}
