import { createHash } from 'node:crypto';
import { normalisedText } from '#classifier/core/normalise.ts';

const HEX_DIGITS = 32;

/**
 * Names a headline wherever it appears: 128 bits of SHA-256 over the normalised text, in hex. Width, case, traditional
 * characters and invisible characters do not matter; digits do.
 */
export function headlineDigest(text: string): string {
  return sha256(normalisedText(text)).slice(0, HEX_DIGITS);
}

/** Names a list: the same headlines in the same order give the same digest. */
export function listDigest(digests: readonly string[]): string {
  return sha256(digests.join('\n')).slice(0, HEX_DIGITS);
}

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
