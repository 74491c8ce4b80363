import { normalisedText } from '#classifier/core/normalise.ts';

const HEX_DIGITS = 32;

/**
 * Names a headline wherever it appears: 128 bits of SHA-256 over the normalised text, in hex. Width, case, traditional
 * characters and invisible characters do not matter; digits do.
 */
export function headlineDigest(text: string): string {
  return normalisedDigest(normalisedText(text));
}

/** The same for a text that is normalised already. */
export function normalisedDigest(text: string): string {
  return sha256(text).slice(0, HEX_DIGITS);
}

/** Names a list: the same headlines in the same order give the same digest. */
export function listDigest(digests: readonly string[]): string {
  return sha256(digests.join('\n')).slice(0, HEX_DIGITS);
}

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  // Loaded when it is needed: a command that only scores does without.
  return process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');
}
