import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What a server may send, packed. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** A body that is longer than allowed, as it came or unpacked. */
export class BodyTooLarge extends Error {}

/**
 * Reads the whole body of an answer, unpacked. What comes and what it unpacks to may each have `limit` bytes; the
 * connection ends as soon as either has more, so that a small bomb never unpacks.
 * @throws BodyTooLarge, and what the connection and zlib throw.
 */
export async function readBody(answer: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > limit) {
    answer.destroy();
    throw new BodyTooLarge();
  }
  let came = 0;
  answer.on('data', (piece: Uint8Array) => {
    came += piece.length;
    if (came > limit) answer.destroy(new BodyTooLarge());
  });
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of unpacked(answer)) {
    length += piece.length;
    if (length > limit) {
      answer.destroy();
      throw new BodyTooLarge();
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function unpacked(answer: IncomingMessage): Readable {
  const unpacker = unpackerOf(answer.headers['content-encoding']?.trim().toLowerCase());
  return unpacker === null ? answer : pipeline(answer, unpacker, () => undefined);
}

function unpackerOf(encoding: string | undefined) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  return encoding === 'br' ? createBrotliDecompress() : null;
}
