import { type FileHandle, open, stat } from 'node:fs/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, type TroubleCode, trouble } from '#classifier/core/trouble.ts';
import { decodeText, shownName } from './decode-text.ts';
import { readUpTo } from './read-up-to.ts';

/** A text read whole, and its size on disk in bytes. */
export interface TextFile {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Most bytes that are read into memory at once: over half a million headlines, and still well below what the
 * engine may hold while it parses them. Larger feeds go through `jianwen score`, which reads line by line.
 */
const WHOLE_TEXT_LIMIT = 64 * 1024 * 1024;

/**
 * Reads a UTF-8 text file whole; a byte order mark is removed. Never throws for bad input.
 * Troubles: file-missing, file-is-folder, file-unreadable, file-empty, file-too-large, and file-has-nul and
 * file-not-utf8 with the line of the first bad byte.
 */
export async function readTextFile(path: string, limit = WHOLE_TEXT_LIMIT): Promise<Result<TextFile>> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failed(fileTrouble('file-is-folder', path));
    if (found.size > limit) return failed(tooLarge(path, limit));
    handle = await open(path, 'r');
    const bytes = await readUpTo(handle, limit);
    if (bytes === null) return failed(tooLarge(path, limit));
    const text = decodeText(bytes, path);
    return text.ok ? done({ text: text.value, bytes: bytes.length }) : text;
  } catch (error) {
    return failed(accessTrouble(error, path));
  } finally {
    await handle?.close();
  }
}

/** What it means for the editor that the file system refused a file. */
export function accessTrouble(error: unknown, path: string): Trouble {
  return fileTrouble(codeOf(error), path);
}

function codeOf(error: unknown): 'file-missing' | 'file-is-folder' | 'file-unreadable' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'file-missing';
  return code === 'EISDIR' ? 'file-is-folder' : 'file-unreadable';
}

function fileTrouble(code: 'file-missing' | 'file-is-folder' | 'file-unreadable', file: string): Trouble {
  const name = shownName(file);
  const sentences = {
    'file-missing': [
      `找不到文件“${name}”。请检查文件名和所在文件夹。`,
      `There is no file “${name}”. Check its name and folder.`,
    ],
    'file-is-folder': [
      `“${name}”是文件夹，不是文件。请选择其中的一个文件。`,
      `“${name}” is a folder. Choose a file in it.`,
    ],
    'file-unreadable': [
      `无法读取“${name}”。请检查是否有读取权限、是否被其他程序占用。`,
      `“${name}” cannot be read. Check that you may read it and that no other program holds it.`,
    ],
  } as const satisfies Partial<Record<TroubleCode, readonly [string, string]>>;
  const [zh, en] = sentences[code];
  return trouble(code, zh, en, { file });
}

function tooLarge(file: string, limit: number): Trouble {
  const name = shownName(file);
  const size = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MB` : `${limit} B`;
  return trouble(
    'file-too-large',
    `“${name}”超过 ${size}，无法一次打开。请拆成几个文件，或用命令行 jianwen score 逐行处理。`,
    `“${name}” is over ${size}, too large to open at once. Split it, or use jianwen score, which works line by line.`,
    { file },
  );
}
