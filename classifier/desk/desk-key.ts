import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';

/** What a desk signs its model files with. */
export interface DeskKey {
  /** The public key, base64 of DER (SPKI). */
  readonly publicKey: string;
  /** An Ed25519 signature, base64. */
  sign(bytes: Uint8Array): string;
}

/** Name of the key's file in the data folder. */
export const DESK_KEY_NAME = 'desk-key.pem';

/** The desk's key, made on first use and readable by its user alone. */
export function deskKey(folder: string): Result<DeskKey> {
  const file = join(folder, DESK_KEY_NAME);
  try {
    mkdirSync(folder, { recursive: true });
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      return failed(writeTrouble(error, file));
  }
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return done(keyOf(key));
  } catch {
    // A file that cannot be read and one that holds no key are one trouble to the editor.
  }
  return failed(
    trouble(
      'file-unreadable',
      '本台签名密钥的文件读不出来。请从备份恢复，或删去它以换一把新密钥（别处要重新核对指纹）。',
      'The file of the desk’s key cannot be read. Restore it, or delete it to get a new key (others must then check its fingerprint anew).',
      { file },
    ),
  );
}

/** Whether a signature is that of the bytes under a public key as {@link DeskKey} gives it. */
export function isSignedBy(publicKey: string, signature: string, bytes: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** A public key as people compare it: 128 bits of its SHA-256 in eight groups. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join('-');
}

function keyOf(key: KeyObject): DeskKey {
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}
