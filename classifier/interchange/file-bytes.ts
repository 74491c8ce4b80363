import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** Bytes that are read at once. */
const CHUNK = 1024 * 1024;
/** A compressed piece may hold a thousand times as much. */
const COMPRESSED_CHUNK = 64 * 1024;
/** Most output of one step of zlib. */
const STEP = 256 * 1024;

/**
 * The bytes of a file, of one whose name ends in .gz those that are compressed in it (any number of members). A chunk
 * holds until the next is asked for.
 * `onRead` is told how many bytes of the file itself were read. Throws what the file system and zlib throw, the latter
 * behind all bytes that stand before the damage.
 */
export async function* fileBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  if (path.endsWith('.gz')) yield* gunzippedFile(path, chunksOf(path, COMPRESSED_CHUNK, onRead));
  else yield* chunksOf(path, CHUNK, onRead);
}

/** Reads into the same buffer again and again: a stream would leave one for every chunk to the garbage collector. */
async function* chunksOf(
  path: string,
  size: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(size);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, size, null);
      if (bytesRead === 0) return;
      onRead(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * What a step of zlib had to give is lost when it fails: then the file is read again, and from the chunk with the damage
 * on byte by byte, so that all that stands before the damage is given.
 */
async function* gunzippedFile(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let fed = 0;
  let given = 0;
  const onFed = (bytes: number): void => {
    fed += bytes;
  };
  try {
    for await (const piece of gunzipped(chunks, onFed)) {
      given += piece.length;
      yield piece;
    }
  } catch (error) {
    if (!hasCode(error, 'Z_DATA_ERROR')) throw error;
    let passed = 0;
    for await (const piece of gunzipped(singleBytesFrom(fed, createReadStream(path)), () => undefined)) {
      const fresh = piece.subarray(Math.max(0, given - passed));
      passed += piece.length;
      if (fresh.length > 0) yield fresh;
    }
  }
}

async function* singleBytesFrom(
  place: number,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of chunks) {
    const whole = Math.min(chunk.length, Math.max(0, place - at));
    if (whole > 0) yield chunk.subarray(0, whole);
    for (let next = whole; next < chunk.length; next += 1) yield chunk.subarray(next, next + 1);
    at += chunk.length;
  }
}

/** `onFed` is told the size of each chunk that was found whole. */
async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  onFed: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  // Loaded when it is needed: the start of a command is waited for.
  const gunzip = process.getBuiltinModule('node:zlib').createGunzip({ chunkSize: STEP });
  const given: Uint8Array[] = [];
  let problem: Error | undefined;
  gunzip.on('data', (piece: Uint8Array) => given.push(piece));
  gunzip.on('error', (error) => {
    problem = error;
  });
  const closed = finished(gunzip).catch(() => undefined);
  for await (const chunk of chunks) {
    await Promise.race([closed, new Promise((resolve) => gunzip.write(chunk, resolve))]);
    yield* given.splice(0);
    if (problem !== undefined) throw problem;
    onFed(chunk.length);
  }
  gunzip.end();
  await closed;
  yield* given;
  if (problem !== undefined) throw problem;
}

/** Whether zlib found compressed data damaged, or cut off. */
export function isDamage(error: unknown): boolean {
  return hasCode(error, 'Z_DATA_ERROR') || hasCode(error, 'Z_BUF_ERROR');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
