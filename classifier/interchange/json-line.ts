import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** One object of a JSON Lines file, its keys in the order of the line (whole numbers as keys come first). */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Where a line comes from, for its troubles. */
export interface LinePlace {
  readonly file?: string;
  /** From 1. */
  readonly line: number;
}

/** Most UTF-16 units of one line: a headline with all its metadata, not a whole file without line ends. */
export const JSON_LINE_LIMIT = 1024 * 1024;

/** Deepest nesting that is read; JSON.stringify overflows the stack some thousands of levels later. */
export const DEPTH_LIMIT = 100;

/** Numbers that might not print as they were written: long ones, fractions, exponents and -0. */
const DELICATE_NUMBER = /\d{16}|\d[.eE]|-0/;

/** JSON.rawJSON and the reviver's third argument: ECMAScript "JSON.parse source text access", in Node since 21. */
type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
const sourceJson = JSON as unknown as {
  parse(text: string, reviver: SourceReviver): unknown;
  rawJSON(text: string): unknown;
};

/**
 * Parses one line as a JSON object so that JSON.stringify writes it back unchanged: numbers that JavaScript would
 * print differently are kept as raw JSON, `__proto__` stays an ordinary own key.
 * Troubles: line-too-long, line-not-json.
 */
export function parseJsonLine(line: string, place: LinePlace): Result<JsonRecord> {
  if (line.length > JSON_LINE_LIMIT) return failed(lineTooLong(place));
  const value = parse(line);
  if (value === undefined) return failed(notJson(place));
  return isRecord(value) && !isDeeperThan(value, DEPTH_LIMIT) ? done(value) : failed(notAnObject(place));
}

/** The value, or undefined where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}

/** Parses JSON so that JSON.stringify writes its numbers back as they were. Throws what JSON.parse throws. */
export function parseExactly(text: string): unknown {
  return DELICATE_NUMBER.test(text) ? sourceJson.parse(text, keepNumber) : JSON.parse(text);
}

function keepNumber(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context.source === undefined) return value;
  return JSON.stringify(value) === context.source ? value : sourceJson.rawJSON(context.source);
}

/**
 * Writes a record as a line of JSON Lines, with its LF. Some programs end a line at NEL, U+2028 and U+2029; JSON allows
 * them raw, so they are escaped.
 */
export function writeJsonLine(record: JsonRecord): string {
  return `${JSON.stringify(record).replace(/[\u0085\u2028\u2029]/g, escapeUnit)}\n`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether a value of JSON is an object, and no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks level by level, without recursion: the input may be nested a million deep. */
export function isDeeperThan(root: object, limit: number): boolean {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      Object.values(value).filter((part) => typeof part === 'object' && part !== null),
    );
  }
  return false;
}

/** The trouble of a line over JSON_LINE_LIMIT. */
export function lineTooLong(place: LinePlace): Trouble {
  return trouble(
    'line-too-long',
    `第 ${place.line} 行超过 1 MB，不像一条记录。请每行放一个 JSON 对象。`,
    `Line ${place.line} is over 1 MB, too long for one record. Put one JSON object on each line.`,
    place,
  );
}

function notJson(place: LinePlace) {
  return trouble(
    'line-not-json',
    `第 ${place.line} 行不是完整的 JSON，可能被截断或缺少引号、括号。请改正这一行。`,
    `Line ${place.line} is not complete JSON: it may be cut off, or a quote or bracket is missing. Correct it.`,
    place,
  );
}

function notAnObject(place: LinePlace) {
  return trouble(
    'line-not-json',
    `第 ${place.line} 行应是一个 JSON 对象（以 { 开头，嵌套不超过 ${DEPTH_LIMIT} 层）。请改正这一行。`,
    `Line ${place.line} should be one JSON object (in braces, nested at most ${DEPTH_LIMIT} deep). Correct it.`,
    place,
  );
}
