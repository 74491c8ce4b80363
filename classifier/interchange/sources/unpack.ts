import { gunzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import { ENTRY_LIMIT, UNPACKED_LIMIT } from './limits.ts';
import { damaged, overLimit } from './source-troubles.ts';

/** The files of an archive by their names, folders left out. */
export type Entries = ReadonlyMap<string, Uint8Array>;

const TOO_MUCH = {
  zh: `解开后超过 ${UNPACKED_LIMIT / 1024 / 1024} MB`,
  en: `holds over ${UNPACKED_LIMIT / 1024 / 1024} MB when unpacked`,
};

/** Troubles: file-too-large over UNPACKED_LIMIT, file-damaged. */
export function gunzip(bytes: Uint8Array, file: string): Result<Uint8Array> {
  try {
    return done(gunzipSync(bytes, { maxOutputLength: UNPACKED_LIMIT }));
  } catch (error) {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return failed(tooMuch ? overLimit(file, TOO_MUCH) : damaged(file));
  }
}

/**
 * Unpacks the entries of a zip for which `wanted`. What the archive says of sizes is added up before anything is
 * unpacked, and nothing is unpacked beyond what it says. Troubles: file-too-large, file-damaged, archive-unsafe where
 * a name leads out of the archive.
 */
export function unzip(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean = () => true,
): Result<Entries> {
  let size = 0;
  let entries = 0;
  let unsafe: string | undefined;
  const within = () => size <= UNPACKED_LIMIT && entries <= ENTRY_LIMIT && unsafe === undefined;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (wanted(name)) size += originalSize;
        if (leadsOut(name)) unsafe ??= name;
        return false;
      },
    });
    if (unsafe !== undefined) return failed(unsafeName(file, unsafe));
    if (!within()) return failed(overLimit(file, entries > ENTRY_LIMIT ? TOO_MANY : TOO_MUCH));
    const found = unzipSync(bytes, { filter: ({ name }) => wanted(name) && !name.endsWith('/') });
    return done(new Map(Object.entries(found)));
  } catch {
    return failed(damaged(file));
  }
}

const TOO_MANY = { zh: `里的文件超过 ${ENTRY_LIMIT} 个`, en: `holds over ${ENTRY_LIMIT} files` };

/** Packs entries that were unpacked within the limits, for libraries that unpack on their own. */
export function repack(entries: Entries): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

/** Names that would be written outside the folder into which an archive is unpacked. Nothing is written here. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name);
}

function unsafeName(file: string, name: string) {
  const [shown, entry] = [shownName(file), name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 100)];
  return trouble(
    'archive-unsafe',
    `压缩包“${shown}”里有指向包外的文件名（${entry}），没有打开。请确认它的来历。`,
    `The archive “${shown}” names a file outside itself (${entry}) and was not opened. Make sure where it comes from.`,
    { file },
  );
}
