import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';

/**
 * Refuses to write over a file that is read, or twice to one file, by whatever names. What is no regular file
 * (/dev/null) may be named as often as one likes.
 */
export async function keptApart(read: readonly string[], written: readonly string[]): Promise<Result<void>> {
  const taken = new Set(await Promise.all(read.map(identityOf)));
  for (const file of written) {
    const identity = await identityOf(file);
    if (identity === null) continue;
    if (taken.has(identity)) return failed(sameFile(file));
    taken.add(identity);
  }
  return done(undefined);
}

/** A file's place on the disk, or where it would be; null for what is no regular file. */
async function identityOf(file: string): Promise<string | null> {
  const found = await stat(file, { bigint: true }).catch(() => null);
  if (found !== null) return found.isFile() ? `${found.dev}:${found.ino}` : null;
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  return join(folder, basename(file));
}

function sameFile(file: string) {
  return trouble(
    'request-invalid',
    '要写的和要读的，或要写的两样，是同一个文件；原来的内容会丢失，没有开始。请换一个文件名。',
    'This is the same file as one that is read or written besides; what it holds would be lost, so nothing was begun. Name another file.',
    { file },
  );
}
