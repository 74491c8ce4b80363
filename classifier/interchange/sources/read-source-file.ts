import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import { accessTrouble } from '../read-text-file.ts';
import { readUpTo } from '../read-up-to.ts';
import { SOURCE_LIMIT } from './limits.ts';
import { readSource } from './read-source.ts';
import type { SourceChoices, SourceReading } from './source-reading.ts';
import { overLimit, unsupported } from './source-troubles.ts';

const TOO_LARGE = {
  zh: `超过 ${SOURCE_LIMIT / 1024 / 1024} MB`,
  en: `is over ${SOURCE_LIMIT / 1024 / 1024} MB`,
};

/** Reads a file as a source. Troubles: those of readSource, those of {@link readSourceBytes}. */
export async function readSourceFile(
  path: string,
  choices: SourceChoices = {},
): Promise<Result<SourceReading>> {
  const bytes = await readSourceBytes(path);
  return bytes.ok ? readSource(bytes.value, path, choices) : bytes;
}

/**
 * The bytes of a regular file; a link to one is followed. Troubles: file-missing, file-is-folder, file-unreadable;
 * file-too-large over SOURCE_LIMIT, before anything is read; file-changed where it was written to meanwhile;
 * file-kind-unsupported for devices and pipes, which are not waited for.
 */
export async function readSourceBytes(path: string): Promise<Result<Uint8Array>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const before = await handle.stat();
    if (before.isDirectory())
      return failed(accessTrouble(Object.assign(new Error(), { code: 'EISDIR' }), path));
    if (!before.isFile())
      return failed(unsupported(path, { zh: '不是普通文件。', en: 'is no regular file.' }));
    if (before.size > SOURCE_LIMIT) return failed(overLimit(path, TOO_LARGE));
    const bytes = await readUpTo(handle, before.size);
    const after = await handle.stat();
    const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs;
    return isSame && bytes?.length === after.size ? done(bytes) : failed(changed(path));
  } catch (error) {
    return failed(accessTrouble(error, path));
  } finally {
    await handle?.close();
  }
}

function changed(file: string) {
  const name = shownName(file);
  return trouble(
    'file-changed',
    `“${name}”在读取时被别的程序改动了，没有读入。等它写完后再打开。`,
    `“${name}” was changed by another program while it was read; nothing was taken. Open it again when it is finished.`,
    { file },
  );
}
