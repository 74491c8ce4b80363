import { isUtf8 } from 'node:buffer';
import { failed, type Result } from '#classifier/core/result.ts';
import { decodeText } from './decode-text.ts';
import type { FlatReader } from './flat-record.ts';
import { type HeadlineLine, readHeadlineLine } from './headline-lines.ts';
import { type JsonRecord, type LinePlace, lineTooLong } from './json-line.ts';
import { isBlank } from './lines.ts';

/** Takes what a block of JSON Lines holds, in its order. */
export interface BlockVisitor {
  headline(text: string, record: JsonRecord): void;
  /** A headline in a flat record: where it stands in the block, and where its line does, which is printed as it is. */
  flat(bytes: Buffer, textFrom: number, textTo: number, from: number, to: number): void;
  /** A line that cannot be read, counted in the block from 0; {@link readBytesLine} says what is wrong with it. */
  bad(line: number, bytes: Uint8Array | null): void;
}

const LINE_FEED = 0x0a;
const CR = 0x0d;
const OPEN = 0x7b;

/**
 * Reads the lines of a block, the first block of a feed or a later one, and returns how many there are. Flat records are
 * not decoded; where the block is not UTF-8, each line goes the way of its bytes.
 */
export function readBlock(
  bytes: Uint8Array,
  isFirst: boolean,
  flat: FlatReader,
  visitor: BlockVisitor,
): number {
  if (!isUtf8(bytes)) return readDamagedBlock(bytes, isFirst, visitor);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let line = 0;
  for (let start = 0; start < buffer.length; line += 1) {
    const found = buffer.indexOf(LINE_FEED, start);
    const behind = found < 0 ? buffer.length : found;
    const end = buffer[behind - 1] === CR && behind > start ? behind - 1 : behind;
    if (buffer[start] === OPEN && flat.find(buffer, start, end)) {
      visitor.flat(buffer, flat.from, flat.to, start, end);
    } else if (end > start) visit(buffer.toString('utf8', start, end), isFirst && line === 0, line, visitor);
    start = behind + 1;
  }
  return line;
}

/**
 * Reads one line of JSON Lines from its bytes without line end; null stands for a line that was too long to keep.
 * Answers null for a blank line.
 */
export function readBytesLine(bytes: Uint8Array | null, place: LinePlace): Result<HeadlineLine> | null {
  if (bytes === null) return failed(lineTooLong(place));
  if (bytes.length === 0) return null;
  const text = decodeText(bytes, place.file ?? '', place.line);
  if (!text.ok) return text;
  return isBlank(text.value) ? null : readHeadlineLine(text.value, place);
}

/** Lines with a byte order mark or a NUL go the way of their bytes. */
function visit(text: string, isFirst: boolean, line: number, visitor: BlockVisitor): void {
  if (text.startsWith('\uFEFF') || text.includes('\0')) {
    visitBytes(Buffer.from(text), isFirst, line, visitor);
  } else if (!isBlank(text)) {
    take(readHeadlineLine(text, placeOf(isFirst)), () => Buffer.from(text), line, visitor);
  }
}

function readDamagedBlock(bytes: Uint8Array, isFirst: boolean, visitor: BlockVisitor): number {
  let line = 0;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, start);
    const behind = found < 0 ? bytes.length : found;
    const end = bytes[behind - 1] === CR && behind > start ? behind - 1 : behind;
    visitBytes(bytes.slice(start, end), isFirst && line === 0, line, visitor);
    start = behind + 1;
  }
  return line;
}

function visitBytes(bytes: Uint8Array, isFirst: boolean, line: number, visitor: BlockVisitor): void {
  take(readBytesLine(bytes, placeOf(isFirst)), () => bytes, line, visitor);
}

function take(
  read: Result<HeadlineLine> | null,
  bytes: () => Uint8Array,
  line: number,
  visitor: BlockVisitor,
): void {
  if (read === null) return;
  if (read.ok) visitor.headline(read.value.text, read.value.record);
  else visitor.bad(line, bytes());
}

/** Only the first line of a feed is special; which of the others it is does not matter here. */
function placeOf(isFirst: boolean): LinePlace {
  return { line: isFirst ? 1 : 2 };
}
