import { isUtf8 } from 'node:buffer';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import { chineseShare } from './chinese-share.ts';
import type { EncodingName } from './source-reading.ts';

/** A text and how it was written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: EncodingName;
  /** Some bytes did not belong to the encoding and stand as U+FFFD: the rows that hold them are to be rejected. */
  readonly isDamaged: boolean;
}

/** Most lines in a hundred that may hold foreign bytes; with more the file is of another encoding. */
const DAMAGED_SHARE = 0.1;
/** Big5 is guessed only where its reading holds this much more of the usual Chinese characters than GB18030's. */
const BIG5_LEAD = 1.5;
/** Bytes on which encodings are told apart. */
const SAMPLE = 256 * 1024;

const MARKS: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes to text. A byte order mark decides; then UTF-8 where every byte is; UTF-16 by its line ends; the encoding that
 * an XML or HTML head names; GB18030, or Big5 where its reading is clearly the better Chinese; last UTF-8 or GB18030
 * with a few damaged lines. Troubles: file-empty, file-has-nul with its line, encoding-unknown with the first bad line.
 */
export function decodeBytes(bytes: Uint8Array, file: string, chosen?: EncodingName): Result<Decoded> {
  const mark = MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (bytes.length === (mark?.[1].length ?? 0)) return failed(empty(file));
  const encoding = chosen ?? mark?.[0] ?? strictGuess(bytes);
  const content = mark !== undefined && mark[0] === encoding ? bytes.subarray(mark[1].length) : bytes;
  const decoded = encoding === null ? mendedGuess(content, file) : decodeAs(content, encoding, file, chosen);
  if (!decoded.ok) return decoded;
  const nul = decoded.value.text.indexOf('\0');
  return nul < 0 ? decoded : failed(hasNul(file, lineAt(decoded.value.text, nul)));
}

/** The encoding to which every byte belongs; null where there is none. */
function strictGuess(bytes: Uint8Array): EncodingName | null {
  if (isUtf8(bytes)) return looksLikeUtf16(bytes) ?? 'utf-8';
  const utf16 = looksLikeUtf16(bytes);
  if (utf16 !== null) return utf16;
  const named = encodingNamed(bytes);
  if (named !== null && strict(bytes, named) !== null) return named;
  if (isNearlyUtf8(bytes)) return null;
  const sample = wholeLines(bytes);
  const gb = strict(bytes, 'gb18030') !== null ? strict(sample, 'gb18030') : null;
  const big5 = strict(sample, 'big5');
  if (gb === null) return big5 !== null && strict(bytes, 'big5') !== null ? 'big5' : null;
  if (big5 === null || strict(bytes, 'big5') === null) return 'gb18030';
  return chineseShare(big5) > BIG5_LEAD * chineseShare(gb) ? 'big5' : 'gb18030';
}

function strict(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // Single bytes that belong to no character of Big5 the decoder lets pass as these.
    return encoding === 'big5' && /[\uF880-\uF8FF]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Line ends of UTF-16 are a NUL beside a LF, all at one side. */
function looksLikeUtf16(bytes: Uint8Array): EncodingName | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  const nuls = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const encoding = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : null;
  if (encoding === null) return null;
  const text = strict(sample, encoding);
  return text !== null && !text.includes('\0') && chineseShare(text) > 0
    ? encoding
    : asciiUtf16(text, encoding);
}

function asciiUtf16(text: string | null, encoding: EncodingName): EncodingName | null {
  return text !== null && /^[\t\r\n\x20-\x7e]*$/.test(text) ? encoding : null;
}

/** The encoding that the head of an XML or HTML text names. */
function encodingNamed(bytes: Uint8Array): EncodingName | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = /(?:<\?xml[^>]*\sencoding|<meta[^>]*\scharset)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const found = /<meta[^>]*content\s*=\s*["'][^"']*charset=([\w-]+)/i.exec(head)?.[1] ?? label;
  const name = found?.toLowerCase() ?? '';
  if (/^(gb2312|gbk|gb18030|x-gbk|cp936)$/.test(name)) return 'gb18030';
  return /^(big5|big5-hkscs|cp950)$/.test(name) ? 'big5' : null;
}

/** Whether but few lines, or an end that is cut off, keep the bytes from being UTF-8. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  return damagedShare(bytes, isUtf8) <= DAMAGED_SHARE && hasLongUtf8(bytes);
}

/** Whether a line that is not ASCII is UTF-8: without one nothing speaks for it. */
function hasLongUtf8(bytes: Uint8Array): boolean {
  for (const line of linesOfBytes(bytes)) if (line.some((byte) => byte > 0x7f) && isUtf8(line)) return true;
  return false;
}

function mendedGuess(bytes: Uint8Array, file: string): Result<Decoded> {
  return decodeAs(bytes, isNearlyUtf8(bytes) ? 'utf-8' : 'gb18030', file, undefined);
}

function decodeAs(
  bytes: Uint8Array,
  encoding: EncodingName,
  file: string,
  chosen: EncodingName | undefined,
): Result<Decoded> {
  const whole = strict(bytes, encoding);
  if (whole !== null) return done({ text: whole, encoding, isDamaged: false });
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (
    chosen === undefined &&
    damagedShare(bytes, (line) => strict(line, encoding) !== null) > DAMAGED_SHARE
  ) {
    return failed(unknownEncoding(file, lineAt(text, text.indexOf('\uFFFD'))));
  }
  return done({ text, encoding, isDamaged: true });
}

/** The share of lines beyond ASCII that are not good; ASCII lines are so in every encoding but UTF-16. */
function damagedShare(bytes: Uint8Array, isGood: (line: Uint8Array) => boolean): number {
  let all = 0;
  let bad = 0;
  for (const line of linesOfBytes(bytes)) {
    if (!line.some((byte) => byte > 0x7f)) continue;
    all += 1;
    if (!isGood(line)) bad += 1;
  }
  // Of a short file one line may be bad: the last of a file that was cut off.
  return all > 1 && bad === 1 ? 0 : bad / Math.max(1, all);
}

function* linesOfBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE);
  return end > 0 ? bytes.subarray(0, end + 1) : bytes;
}

function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function empty(file: string): Trouble {
  const name = shownName(file);
  return trouble(
    'file-empty',
    `“${name}”是空文件，里面没有任何文字。请选择有标题的文件。`,
    `“${name}” is empty. Choose a file that holds headlines.`,
    { file },
  );
}

function hasNul(file: string, line: number): Trouble {
  const name = shownName(file);
  return trouble(
    'file-has-nul',
    `“${name}”第 ${line} 行含有空字符（NUL），这不像文本文件。请确认它不是图片或程序，另存为文本后再打开。`,
    `“${name}” holds a NUL character in line ${line}, so it does not look like text. Make sure it is no picture or program, save it as text and open it again.`,
    { file, line },
  );
}

function unknownEncoding(file: string, line: number): Trouble {
  const name = shownName(file);
  return trouble(
    'encoding-unknown',
    `看不出“${name}”用的是哪种编码（从第 ${line} 行起读不通）。请在预览里选一种编码，或另存为 UTF-8。`,
    `It cannot be told in which encoding “${name}” is written (unreadable from line ${line} on). Choose one in the preview, or save it as UTF-8.`,
    { file, line },
  );
}
