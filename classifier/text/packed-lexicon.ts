import { type PackedKind, pack, unpack } from '#classifier/core/packed-arrays.ts';
import type { Lexicon } from './lexicon.ts';

const LEXICON_FILE: PackedKind = { kind: 'lexicon', version: 2 };

/** A lexicon as the bytes of a file. */
export function packLexicon({ heads, nodes, weights }: Lexicon): Uint8Array<ArrayBuffer> {
  return pack(LEXICON_FILE, { data: null, arrays: { heads, nodes, weights } });
}

/**
 * The lexicon of a file's bytes, which must begin at a multiple of 8; null where they are something else. Its arrays
 * are views of the bytes: to share it, read the file into shared memory. See `unpack` for `trusted`.
 */
export function unpackLexicon(bytes: Uint8Array, trusted = false): Lexicon | null {
  const packed = unpack(LEXICON_FILE, bytes, trusted);
  return packed.ok ? (packed.arrays as unknown as Lexicon) : null;
}
