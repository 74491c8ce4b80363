import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '#classifier/core/result.ts';
import { isPacked } from '#classifier/interchange/sources/packed.ts';
import type { SourceReading } from '#classifier/interchange/sources/source-reading.ts';
import type { ImportSource } from './protocol.ts';

/** Sources up to this size, in bytes or units, are read at once: a thread would take longer to start. */
const SMALL = 128 * 1024;

/** Reads a source as it was chosen. */
export async function readingOf(source: ImportSource): Promise<Result<SourceReading>> {
  const { readText } = await import('#classifier/interchange/sources/read-source.ts');
  if (source.kind === 'text') return readText(source.text, source.name, source.choices);
  const { readSourceFile } = await import('#classifier/interchange/sources/read-source-file.ts');
  return readSourceFile(source.path, source.choices);
}

export function nameOf(source: ImportSource): string {
  return source.kind === 'text' ? source.name : basename(source.path);
}

/** Whether a source is so small that no thread is needed for it. */
export async function isSmall(source: ImportSource): Promise<boolean> {
  if (source.kind === 'text') return source.text.length <= SMALL;
  const found = await stat(source.path).catch(() => null);
  return found === null || (found.size <= SMALL && !(await isPackedFile(source.path)));
}

/** Whether a file is compressed: a small one may hold much. */
async function isPackedFile(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const { buffer } = await file.read(new Uint8Array(4), 0, 4, 0);
    return isPacked(buffer);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
