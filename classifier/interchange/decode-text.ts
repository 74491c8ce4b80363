import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = '\uFEFF';

/** The file's name as a sentence may show it: no folder, no control or direction characters. */
export function shownName(file: string): string {
  return basename(file).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}

/**
 * Bytes to text: strict UTF-8, a leading byte order mark removed.
 * Troubles: file-empty, file-has-nul and file-not-utf8, the last two with the line of the first bad byte,
 * counted from `firstLine` on.
 */
export function decodeText(bytes: Uint8Array, file: string, firstLine = 1): Result<string> {
  const utf16 = hasUtf16Mark(bytes);
  if (utf16) return failed(notUtf8(file, firstLine, true));
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failed(hasNul(file, firstLine + lineEndsBefore(bytes, nul)));
  if (!isUtf8(bytes)) return failed(notUtf8(file, firstLine + badLine(bytes), false));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  if (content === '') {
    const name = shownName(file);
    return failed(
      trouble(
        'file-empty',
        `“${name}”是空文件，里面没有任何文字。请选择有标题的文件。`,
        `“${name}” is empty. Choose a file that holds headlines.`,
        { file },
      ),
    );
  }
  return done(content);
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Line ends (LF, CR LF, CR) that stand wholly before `position`. */
function lineEndsBefore(bytes: Uint8Array, position: number): number {
  let ends = 0;
  for (let i = 0; i < position; i += 1) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) ends += 1;
  }
  return ends;
}

/** Line ends before the first line that is not UTF-8. No byte of a longer UTF-8 sequence looks like a line end. */
function badLine(bytes: Uint8Array): number {
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return lineEndsBefore(bytes, start) + badPart(bytes, start, end);
    start = end + 1;
  }
  return 0;
}

/** Lone CRs before the first part of a stretch that is not UTF-8. */
function badPart(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  for (let parts = 0; ; parts += 1) {
    const found = bytes.indexOf(CR, start);
    const end = found < 0 || found >= to ? to : found;
    if (end === to || !isUtf8(bytes.subarray(start, end))) return parts;
    start = end + 1;
  }
}

function hasNul(file: string, line: number) {
  const name = shownName(file);
  return trouble(
    'file-has-nul',
    `“${name}”第 ${line} 行含有空字符（NUL），这不像文本文件。请确认它不是表格、图片或压缩包，另存为 UTF-8 文本后再打开。`,
    `“${name}” holds a NUL character in line ${line}, so it does not look like text. Make sure it is no spreadsheet, picture or archive, save it as UTF-8 text and open it again.`,
    { file, line },
  );
}

function notUtf8(file: string, line: number, utf16: boolean) {
  const name = shownName(file);
  const zh = utf16 ? '它的编码是 UTF-16' : '可能是 GBK 等旧编码';
  const en = utf16 ? 'it is UTF-16' : 'it may be GBK or another older encoding';
  return trouble(
    'file-not-utf8',
    `“${name}”从第 ${line} 行起不是 UTF-8 文字(${zh})。请用文本编辑器另存为 UTF-8 后再打开。`,
    `“${name}” is not UTF-8 from line ${line} on (${en}). Save it as UTF-8 in a text editor and open it again.`,
    { file, line },
  );
}
