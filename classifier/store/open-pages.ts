import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Pages } from './leaf-rows.ts';

const MAGIC = 'SQLite format 3\0';
/** What SQLite gives every database that does not ask for another. */
const USUAL_PAGE = 4096;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** The pages of a database and its write-ahead log; to be closed. */
export interface OpenPages extends Pages {
  close(): void;
}

/** Opens a database file as pages, without SQLite: nothing of it need be sound. Throws what the file system throws. */
export function openPages(file: string): OpenPages {
  const database = openSync(file, 'r');
  const log = existsSync(`${file}-wal`) ? openSync(`${file}-wal`, 'r') : null;
  const header = bytesAt(database, 0, 100);
  const size = pageSize(header) ?? (log === null ? null : logPageSize(log)) ?? USUAL_PAGE;
  const reserved = header.toString('latin1', 0, 16) === MAGIC ? header.readUInt8(20) : 0;
  const frames = log === null ? new Map<number, number>() : committedFrames(log, size);
  const inFile = Math.ceil(fstatSync(database).size / size);
  return {
    usableSize: size - reserved,
    count: Math.max(inFile, ...frames.keys()),
    page(number) {
      const frame = frames.get(number);
      const bytes =
        log !== null && frame !== undefined
          ? bytesAt(log, frame, size)
          : bytesAt(database, (number - 1) * size, size);
      return number < 1 || bytes.length < size ? null : bytes;
    },
    close() {
      closeSync(database);
      if (log !== null) closeSync(log);
    },
  };
}

function pageSize(header: Buffer): number | null {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== MAGIC) return null;
  const said = header.readUInt16BE(16);
  return validSize(said === 1 ? 65_536 : said);
}

function logPageSize(log: number): number | null {
  const header = bytesAt(log, 0, LOG_HEADER);
  return header.length < LOG_HEADER ? null : validSize(header.readUInt32BE(8));
}

function validSize(size: number): number | null {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0 ? size : null;
}

/** Where the latest committed copy of each page begins in the log. */
function committedFrames(log: number, size: number): Map<number, number> {
  const frames = new Map<number, number>();
  const header = bytesAt(log, 0, LOG_HEADER);
  if (header.length < LOG_HEADER) return frames;
  const salt = header.subarray(16, 24);
  let waiting: [number, number][] = [];
  for (let at = LOG_HEADER; ; at += FRAME_HEADER + size) {
    const frame = bytesAt(log, at, FRAME_HEADER);
    if (frame.length < FRAME_HEADER || !frame.subarray(8, 16).equals(salt)) return frames;
    waiting.push([frame.readUInt32BE(0), at + FRAME_HEADER]);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [page, place] of waiting) frames.set(page, place);
    waiting = [];
  }
}

function bytesAt(file: number, position: number, length: number): Buffer {
  if (position < 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}
