import { failed } from '#classifier/core/result.ts';
import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { decodeText, shownName } from './decode-text.ts';
import { isDamage } from './file-bytes.ts';
import { headlineTooLong, looksLikeJsonLines } from './headline-lines.ts';
import { JSON_LINE_LIMIT } from './json-line.ts';
import { type LineBlock, lineBlocks } from './line-blocks.ts';
import { isBlank } from './lines.ts';
import { readList } from './read-list.ts';
import { accessTrouble, WHOLE_TEXT_LIMIT } from './read-text-file.ts';

/** What comes out of a feed, in its order: blocks of JSON Lines, troubles, and for a list what was left out. */
export type FeedPart =
  | { readonly kind: 'block'; readonly block: LineBlock }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | {
      readonly kind: 'left-out';
      readonly summary: readonly { readonly reason: Sentence; readonly lines: number }[];
    };

/** How a feed is cut; see {@link lineBlocks}. */
export interface FeedSizes {
  readonly block: number;
  readonly eager: boolean;
}

/** A UTF-8 character takes at most three bytes a UTF-16 unit. */
const LINE_BYTES = JSON_LINE_LIMIT * 3;
/** Enough of an unfinished first line to tell JSON from text. */
const FIRST_BYTES = 4096;
const LF = 0x0a;

/**
 * Reads a feed from its bytes. JSON Lines come in blocks of whole lines, in bounded memory; anything else is collected,
 * up to 64 MB, read as a list inside a text, and its headlines come as JSON Lines too. A feed that cannot be read
 * (on) is a trouble, after all that could be read.
 */
export async function* feedBlocks(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  sizes: FeedSizes,
): AsyncGenerator<FeedPart> {
  try {
    const { head, rest } = await untilFirstLine(chunks);
    const whole = joined(head, rest);
    if (looksLikeJsonLines(firstLine(head) ?? utf8(head.subarray(0, FIRST_BYTES)).trimStart())) {
      for await (const block of lineBlocks(whole, { ...sizes, line: LINE_BYTES }))
        yield { kind: 'block', block };
    } else yield* list(whole, file, sizes);
  } catch (error) {
    const problem = isDamage(error) ? damaged(error, file) : accessTrouble(error, file);
    yield { kind: 'trouble', trouble: problem };
  }
}

/** Troubles come before the headlines: a list is read whole, and a reader of the report need not look for them. */
async function* list(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  { block: size }: FeedSizes,
): AsyncGenerator<FeedPart> {
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
  const lines = jsonLinesOf(reading.value.items, size);
  for await (const block of lineBlocks(lines, { block: size, line: LINE_BYTES }))
    yield { kind: 'block', block };
  yield { kind: 'left-out', summary: reading.value.summary };
}

/** The headlines as JSON Lines, in pieces of about some bytes. */
async function* jsonLinesOf(
  items: readonly { readonly text: string }[],
  size: number,
): AsyncGenerator<Uint8Array> {
  let lines = '';
  for (const { text } of items) {
    lines += `${JSON.stringify({ text })}\n`;
    if (lines.length < size) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  yield Buffer.from(lines);
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
    held.push(chunk.slice());
  }
  return Buffer.concat(held, length);
}

function tooLarge(file: string): Trouble {
  return trouble(
    'file-too-large',
    `“${shownName(file)}”超过 64 MB，又不是每行一个 JSON 对象，无法逐行处理。请拆成几个文件或转成 JSON Lines。`,
    `“${shownName(file)}” is over 64 MB and not JSON Lines, so it cannot be read line by line. Split or convert it.`,
    { file },
  );
}

function damaged(error: unknown, file: string): Trouble {
  const name = shownName(file);
  const isCut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
  return trouble(
    'file-unreadable',
    `“${name}”${isCut ? '不完整，末尾缺了一段' : '的压缩数据已损坏'}；之前的各行已照常打分。请重新取得这个文件。`,
    `“${name}” ${isCut ? 'is cut off' : 'holds damaged compressed data'}; the lines before that were scored. Fetch the file again.`,
    { file },
  );
}
