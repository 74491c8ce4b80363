import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { writeTrouble } from './write-trouble.ts';

/**
 * Writes a text in UTF-8, or bytes, beside the file and renames it into place once it is on disk: a reader sees the old file or
 * the new one, whole. Troubles: file-unwritable, file-is-folder.
 */
export async function writeTextFile(path: string, text: string | Uint8Array): Promise<Result<void>> {
  const beside = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}`);
  try {
    const present = await stat(path).catch(() => undefined);
    if (present?.isDirectory()) return failed(isFolder(path));
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return done(undefined);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failed(writeTrouble(error, path));
  }
}

/** That a folder has the name that a file was to get. */
export function isFolder(file: string): Trouble {
  return trouble(
    'file-is-folder',
    '这是一个文件夹，不能写成文件。请给出文件名。',
    'This is a folder and cannot be written as a file. Name a file.',
    { file },
  );
}
