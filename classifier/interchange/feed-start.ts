import { isUtf8 } from 'node:buffer';
import { HEADLINE_KEYS, looksLikeJsonLines } from './headline-lines.ts';
import { JSON_LINE_LIMIT, type JsonRecord, parseJsonLine } from './json-line.ts';
import { isBlank } from './lines.ts';
import { holdsHeadlines } from './sources/json-list.ts';
import { SOURCE_LIMIT } from './sources/limits.ts';
import { kindByName } from './sources/text-kind.ts';

/** Most bytes of a line: a UTF-8 character takes at most three bytes a UTF-16 unit. */
export const LINE_BYTES = JSON_LINE_LIMIT * 3;

const LF = 0x0a;

/** A stream whose beginning is read to tell what it is. */
export interface FeedStart {
  /** What was read so far. */
  readonly held: Uint8Array[];
  readonly rest: AsyncIterator<Uint8Array>;
}

/**
 * Whether a stream is JSON Lines in UTF-8, and not one JSON document over many lines or in one. That is told by its first
 * line; where that line may be a document by itself, the stream is read on until another one begins. One that `isPrompt`
 * is not kept waiting for that.
 */
export async function isJsonLines(start: FeedStart, file: string, isPrompt: boolean): Promise<boolean> {
  const { bytes, isWhole } = await firstLine(start);
  const line = utf8(bytes).replace(/^\uFEFF/, '');
  if (!looksLikeJsonLines(line) || /[[{,]\s*$/.test(line)) return false;
  if (isPrompt) return firstTold(line, file) !== 'document';
  if (isWhole && !isUtf8(bytes)) return false;
  const told = isWhole ? firstTold(line, file) : 'either';
  return told === 'either' ? !(await isAlone(start)) : told === 'lines';
}

/** The bytes of a stream, those that are held and the rest. */
export async function* wholeFeed({ held, rest }: FeedStart): AsyncGenerator<Uint8Array> {
  yield* held;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What the first line of a stream that looks like JSON Lines is. */
function firstTold(line: string, file: string): 'lines' | 'document' | 'either' {
  if (line.length > JSON_LINE_LIMIT) return 'either';
  const parsed = parseJsonLine(line, { line: 1 });
  if (!parsed.ok) return 'lines';
  const record = parsed.value;
  if (!HEADLINE_KEYS.some((key) => Object.hasOwn(record, key)))
    return Object.values(record).some((value) => typeof value === 'object' && value !== null)
      ? 'document'
      : 'lines';
  if (isFeed(record)) return 'document';
  return kindByName(file) !== 'jsonl' && holdsHeadlines(record) ? 'either' : 'lines';
}

function isFeed({ version }: JsonRecord): boolean {
  return typeof version === 'string' && version.includes('jsonfeed.org');
}

/** The first line that is not blank; not whole where it is longer than any line of JSON Lines. */
async function firstLine(start: FeedStart): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  for (let head = Buffer.concat(start.held); ; head = Buffer.concat(start.held)) {
    const from = lineStart(head);
    const end = head.indexOf(LF, from);
    if (end >= 0) return { bytes: head.subarray(from, end), isWhole: true };
    if (head.length >= LINE_BYTES) return { bytes: head.subarray(from), isWhole: false };
    if ((await readOn(start)) === null) return { bytes: head.subarray(from), isWhole: true };
  }
}

/** Where the first line begins that is not blank. */
function lineStart(head: Buffer): number {
  let start = 0;
  for (let end = head.indexOf(LF); end >= 0; end = head.indexOf(LF, start)) {
    if (!isBlank(utf8(head.subarray(start, end)))) break;
    start = end + 1;
  }
  return start;
}

/** Whether nothing but white space comes behind the first line; not told beyond what is read as one document. */
async function isAlone(start: FeedStart): Promise<boolean> {
  const head = Buffer.concat(start.held);
  let isBehind = false;
  let length = head.length;
  for (let piece: Uint8Array | null = head.subarray(lineStart(head)); piece !== null; ) {
    const from: number = isBehind ? 0 : piece.indexOf(LF) + 1;
    isBehind ||= from > 0;
    if (isBehind && !isBlank(utf8(piece.subarray(from)))) return false;
    if (length > SOURCE_LIMIT) return false;
    piece = await readOn(start);
    length += piece?.length ?? 0;
  }
  return true;
}

async function readOn({ held, rest }: FeedStart): Promise<Uint8Array | null> {
  const next = await rest.next();
  if (next.done) return null;
  // Whoever gives the bytes may use their memory for the next.
  const piece = next.value.slice();
  held.push(piece);
  return piece;
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
