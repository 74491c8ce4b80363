import { failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { byteLines } from './byte-lines.ts';
import { decodeText, shownName } from './decode-text.ts';
import {
  type HeadlineLine,
  headlineTooLong,
  looksLikeJsonLines,
  readHeadlineLine,
} from './headline-lines.ts';
import { JSON_LINE_LIMIT } from './json-line.ts';
import { isBlank } from './lines.ts';
import { readList } from './read-list.ts';
import { accessTrouble, WHOLE_TEXT_LIMIT } from './read-text-file.ts';

/** What comes out of a feed, in its order: headlines, lines that could not be read, and for a list what was left out. */
export type SourceItem =
  | { readonly kind: 'headline'; readonly headline: HeadlineLine }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | {
      readonly kind: 'left-out';
      readonly summary: readonly { readonly reason: Sentence; readonly lines: number }[];
    };

/** A UTF-8 character takes at most three bytes a UTF-16 unit. */
const LINE_BYTES = JSON_LINE_LIMIT * 3;
/** Enough of an unfinished first line to tell JSON from text. */
const FIRST_BYTES = 4096;
const LF = 0x0a;

/**
 * Reads a feed from its bytes. JSON Lines are read line by line in bounded memory; anything else is collected, up to
 * 64 MB, and read as a list inside a text. A bad line is a trouble with file and line, and reading goes on;
 * a file that cannot be read is a trouble too.
 */
export async function* headlineSource(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<SourceItem> {
  try {
    yield* sortedOut(chunks, file);
  } catch (error) {
    yield { kind: 'trouble', trouble: accessTrouble(error, file) };
  }
}

async function* sortedOut(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SourceItem> {
  const { head, rest } = await untilFirstLine(chunks);
  const whole = joined(head, rest);
  if (looksLikeJsonLines(firstLine(head) ?? utf8(head.subarray(0, FIRST_BYTES)).trimStart()))
    yield* jsonLines(whole, file);
  else yield* list(whole, file);
}

async function* jsonLines(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SourceItem> {
  for await (const { line, bytes } of byteLines(chunks, LINE_BYTES)) {
    if (bytes?.length === 0) continue;
    const text = bytes === null ? failed<string>(lineTooLong(file, line)) : decodeText(bytes, file, line);
    if (text.ok && isBlank(text.value)) continue;
    const read: Result<HeadlineLine> = text.ok ? readHeadlineLine(text.value, { file, line }, 'json') : text;
    yield read.ok ? { kind: 'headline', headline: read.value } : { kind: 'trouble', trouble: read.trouble };
  }
}

/** Troubles come before the headlines: a list is read whole, and a reader of the report need not look for them. */
async function* list(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SourceItem> {
  const bytes = await collect(chunks, WHOLE_TEXT_LIMIT);
  const text = bytes === null ? failed<string>(tooLarge(file)) : decodeText(bytes, file);
  const reading = text.ok ? readList(text.value, file) : text;
  if (!reading.ok) {
    yield { kind: 'trouble', trouble: reading.trouble };
    return;
  }
  for (const line of reading.value.tooLong) {
    yield { kind: 'trouble', trouble: headlineTooLong({ file, line }) };
  }
  for (const { text: headline } of reading.value.items) {
    yield { kind: 'headline', headline: { text: headline, record: null } };
  }
  yield { kind: 'left-out', summary: reading.value.summary };
}

/** Reads until a line that is not blank is complete, or a line's worth of bytes is there. */
async function untilFirstLine(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; rest: AsyncIterator<Uint8Array> }> {
  const rest = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < LINE_BYTES && firstLine(head) === null) {
    const next = await rest.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest };
}

/** The first line that is complete and not blank. */
function firstLine(head: Uint8Array): string | null {
  let start = 0;
  for (let end = head.indexOf(LF); end >= 0; end = head.indexOf(LF, start)) {
    const line = utf8(head.subarray(start, end));
    if (!isBlank(line)) return line;
    start = end + 1;
  }
  return null;
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return null;
    held.push(chunk);
  }
  return Buffer.concat(held, length);
}

function lineTooLong(file: string, line: number): Trouble {
  return trouble(
    'line-too-long',
    `第 ${line} 行超过 1 MB，不像一条记录。请每行放一个 JSON 对象。`,
    `Line ${line} is over 1 MB, too long for one record. Put one JSON object on each line.`,
    { file, line },
  );
}

function tooLarge(file: string): Trouble {
  return trouble(
    'file-too-large',
    `“${shownName(file)}”超过 64 MB，又不是每行一个 JSON 对象，无法逐行处理。请拆成几个文件或转成 JSON Lines。`,
    `“${shownName(file)}” is over 64 MB and not JSON Lines, so it cannot be read line by line. Split or convert it.`,
    { file },
  );
}
