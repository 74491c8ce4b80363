import { failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from './decode-text.ts';
import { type FeedStart, isJsonLines, LINE_BYTES, wholeFeed } from './feed-start.ts';
import { isDamage } from './file-bytes.ts';
import { type LineBlock, lineBlocks } from './line-blocks.ts';
import { accessTrouble } from './read-text-file.ts';
import { decodeBytes } from './sources/decode-bytes.ts';
import { SOURCE_LIMIT } from './sources/limits.ts';
import { isPacked } from './sources/packed.ts';
import { readTextList } from './sources/read-text-list.ts';
import { sourceLine } from './sources/source-line.ts';
import type { RejectedRow, Rows, SourceChoices, SourceRow } from './sources/source-reading.ts';
import { rejectedTrouble } from './sources/source-troubles.ts';
import { isPlainList } from './sources/text-kind.ts';

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
  /** Somebody waits for the answer to a line: nothing more is read to tell what the feed is. */
  readonly isPrompt?: boolean;
  /** How to read it, where that was said. */
  readonly choices?: SourceChoices;
  /** Told the rows that could not be read, of sources that are not JSON Lines. */
  readonly onRejected?: (rejected: readonly RejectedRow[]) => void;
}

/**
 * Reads a feed from its bytes. JSON Lines come in blocks of whole lines, in bounded memory; anything else is collected,
 * up to SOURCE_LIMIT, read as what it is, and its headlines come as JSON Lines too, with what is said of them. A feed
 * that cannot be read (on) is a trouble, after all that could be read.
 */
export async function* feedBlocks(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  sizes: FeedSizes,
): AsyncGenerator<FeedPart> {
  const start: FeedStart = { held: [], rest: chunks[Symbol.asyncIterator]() };
  let isGiven = false;
  try {
    if (isPlain(sizes.choices) && (await isJsonLines(start, file, sizes.isPrompt ?? false))) {
      for await (const block of lineBlocks(wholeFeed(start), { ...sizes, line: LINE_BYTES })) {
        isGiven = true;
        yield { kind: 'block', block };
      }
    } else yield* document(wholeFeed(start), file, sizes);
  } catch (error) {
    const problem = isDamage(error) ? damaged(error, file, isGiven) : accessTrouble(error, file);
    yield { kind: 'trouble', trouble: problem };
  }
}

/** Troubles come before the headlines: such a source is read whole, and a reader of the report need not look for them. */
async function* document(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  { block: size, choices = {}, onRejected }: FeedSizes,
): AsyncGenerator<FeedPart> {
  const bytes = await collect(chunks, SOURCE_LIMIT);
  const read = bytes === null ? failed<Rows>(tooLarge(file)) : await readRows(bytes, file, choices);
  if (!read.ok) {
    yield { kind: 'trouble', trouble: read.trouble };
    return;
  }
  const { rows, rejected, leftOut } = read.value;
  if (rejected.length > 0) onRejected?.(rejected);
  for (const row of rejected) yield { kind: 'trouble', trouble: rejectedTrouble(row, file) };
  const lines = jsonLinesOf(rows, size);
  for await (const block of lineBlocks(lines, { block: size, line: LINE_BYTES }))
    yield { kind: 'block', block };
  yield { kind: 'left-out', summary: leftOut };
}

/** A plain list is read at once; the readers of other kinds are loaded when one is met. */
async function readRows(bytes: Uint8Array, file: string, choices: SourceChoices): Promise<Result<Rows>> {
  if (isPlain(choices) && !isPacked(bytes)) {
    const decoded = decodeBytes(bytes, file);
    if (!decoded.ok) return decoded;
    const { text, isDamaged } = decoded.value;
    if (!isDamaged && isPlainList(text, file)) return readTextList(text, file);
  }
  const { readSource } = await import('./sources/read-source.ts');
  return readSource(bytes, file, choices);
}

/** The headlines as JSON Lines, in pieces of about some bytes. */
async function* jsonLinesOf(rows: readonly SourceRow[], size: number): AsyncGenerator<Uint8Array> {
  let lines = '';
  for (const row of rows) {
    lines += `${sourceLine(row)}\n`;
    if (lines.length < size) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  yield Buffer.from(lines);
}

/** Whether nothing was said of how to read a feed. */
function isPlain(choices: SourceChoices | undefined): boolean {
  return choices === undefined || Object.values(choices).every((choice) => choice === undefined);
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
    `“${shownName(file)}”超过 256 MB，又不是每行一个 JSON 对象的 UTF-8 文本，无法逐行处理。请拆成几个文件或转成 JSON Lines。`,
    `“${shownName(file)}” is over 256 MB and not JSON Lines in UTF-8, so it cannot be read line by line. Split or convert it.`,
    { file },
  );
}

function damaged(error: unknown, file: string, isGiven: boolean): Trouble {
  const name = shownName(file);
  const isCut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
  const [zh, en] = isGiven
    ? ['；之前的各行已照常打分', '; the lines before that were scored']
    : ['，没有打分', ', so nothing of it was scored'];
  return trouble(
    'file-unreadable',
    `“${name}”${isCut ? '不完整，末尾缺了一段' : '的压缩数据已损坏'}${zh}。请重新取得这个文件。`,
    `“${name}” ${isCut ? 'is cut off' : 'holds damaged compressed data'}${en}. Fetch the file again.`,
    { file },
  );
}
