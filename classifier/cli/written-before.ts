import { type FileHandle, open, stat } from 'node:fs/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { lineBlocks } from '#classifier/interchange/line-blocks.ts';
import { accessTrouble } from '#classifier/interchange/read-text-file.ts';
import { headlineDigest } from '#classifier/store/digest.ts';

/** Bytes that are read at once. */
const BLOCK = 1024 * 1024;
/** Bytes that no line reaches that the command writes. */
const LONGEST_LINE = 64 * BLOCK;
const LF = 0x0a;

/**
 * The digests of the headlines that an output of JSON Lines holds; none where there is no such file, or something that is
 * no file (a pipe, /dev/null). A last line that was
 * cut off, because the machine went down, is taken away; a file of anything else is refused and left as it is.
 */
export async function writtenBefore(file: string): Promise<Result<Set<string>>> {
  const present = await stat(file).catch(() => null);
  if (present !== null && !present.isFile() && !present.isDirectory()) return done(new Set());
  const handle = await open(file, 'r+').catch((error: unknown) => error);
  if (handle instanceof Error) {
    const isNew = 'code' in handle && handle.code === 'ENOENT';
    return isNew ? done(new Set()) : failed(accessTrouble(handle, file));
  }
  const opened = handle as FileHandle;
  try {
    return await digestsIn(opened, file);
  } catch (error) {
    return failed(accessTrouble(error, file));
  } finally {
    await opened.close();
  }
}

async function digestsIn(handle: FileHandle, file: string): Promise<Result<Set<string>>> {
  const digests = new Set<string>();
  for await (const { line, start, end, isEnded } of linesIn(handle)) {
    const text = textOf(line);
    if (text !== null) {
      digests.add(headlineDigest(text));
      if (!isEnded) await handle.write('\n', end);
    } else if (isEnded || !isCutOff(line)) return failed(notOurs(file));
    else await handle.truncate(start);
  }
  return done(digests);
}

interface WrittenLine {
  /** Without its LF; empty where it is too long to have been written here. */
  readonly line: string;
  /** Bytes of the file before the line, and up to its end or LF. */
  readonly start: number;
  readonly end: number;
  /** An LF follows. */
  readonly isEnded: boolean;
}

/** The lines of a file. LF alone ends one: JSON may hold U+2028 and its like, at which others end theirs. */
async function* linesIn(handle: FileHandle): AsyncGenerator<WrittenLine> {
  const chunks = handle.createReadStream({ autoClose: false, start: 0, highWaterMark: BLOCK });
  for await (const block of lineBlocks(chunks, { block: BLOCK, line: LONGEST_LINE })) {
    if (block.tooLong) yield { line: '', start: block.start, end: block.end, isEnded: true };
    const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.length);
    for (let at = 0; at < bytes.length; ) {
      const found = bytes.indexOf(LF, at);
      const end = found < 0 ? bytes.length : found;
      const line = bytes.toString('utf8', at, end);
      yield { line, start: block.start + at, end: block.start + end, isEnded: found >= 0 };
      at = end + 1;
    }
  }
}

/** Whether a line is the beginning of one that the command writes, and not a whole one of somebody else. */
function isCutOff(line: string): boolean {
  try {
    JSON.parse(line);
    return false;
  } catch {
    return line.startsWith('{"text":');
  }
}

function textOf(line: string): string | null {
  try {
    const { text, jianwen } = JSON.parse(line);
    return typeof text === 'string' && typeof jianwen === 'object' ? text : null;
  } catch {
    return null;
  }
}

function notOurs(file: string) {
  return trouble(
    'request-invalid',
    '这个文件里不是鉴闻写出的 JSON Lines，不能接着写。请换一个文件名。',
    'This file does not hold JSON Lines written by Jianwen and cannot be continued. Name another file.',
    { file },
  );
}
