import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Model } from '#classifier/core/model.ts';
import { packModel, unpackModel } from '#classifier/core/packed-model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { RuleTexts } from '#classifier/rules/rule-files.ts';
import { SETTINGS } from '#classifier/store/model-versions.ts';
import { type DeskKey, fingerprintOf, isSignedBy } from './desk-key.ts';
import { modelDamaged, modelOtherVersion, notAModel } from './model-troubles.ts';

/** What a model file says of itself. */
export interface ModelCard {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** The version of Jianwen that made it. */
  readonly program: string;
  /** Labelled headlines that the model has learned, by weight. */
  readonly labels: number;
  /** Names the dictionary by which reasons are cut into words; scores do not depend on it. */
  readonly lexicon: string;
}

/** Everything that scoring needs besides the program. */
export interface ModelFile {
  readonly card: ModelCard;
  readonly model: Model;
  /** Name of the reading that the counts belong to. */
  readonly reading: string;
  readonly rules: RuleTexts;
  /** Fingerprint of the key that signed the file. */
  readonly fingerprint: string;
}

/** The ending of a model file's name. */
export const MODEL_ENDING = '.jwmodel';

const MAGIC = 'JIANWEN-MODEL';
const FORMAT = 1;
const LF = 0x0a;
const LONGEST_LINE = 16 * 1024;

const manifestSchema = z.strictObject({
  name: z.string().min(1).max(200),
  madeAt: z.string().max(40),
  program: z.string().max(40),
  labels: z.number(),
  lexicon: z.string().max(200),
  parts: z.strictObject({ model: partSchema(), rules: partSchema() }),
});

const signatureSchema = z.strictObject({
  algorithm: z.literal('ed25519'),
  publicKey: z.string().max(200),
  signature: z.string().max(200),
});

const rulesSchema = z.record(z.string().regex(/^(own|rules(\/[a-z]+)?)\/[\w-]+\.ya?ml$/), z.string());

function partSchema() {
  return z.strictObject({ bytes: z.int().min(0), sha256: z.string().length(64) });
}

/**
 * The bytes of a model file: three lines of text (`JIANWEN-MODEL 1`; the manifest as JSON, with size and SHA-256 of each
 * part; the Ed25519 signature of the manifest's line), then the packed model and the rules as JSON.
 */
export function packModelFile(
  { card, model, reading, rules }: Omit<ModelFile, 'fingerprint'>,
  key: DeskKey,
): Uint8Array {
  const parts = { model: packModel(model, reading), rules: Buffer.from(JSON.stringify(rules)) };
  const manifest = Buffer.from(
    JSON.stringify({ ...card, parts: { model: described(parts.model), rules: described(parts.rules) } }),
  );
  const { publicKey } = key;
  const signature = JSON.stringify({ algorithm: 'ed25519', publicKey, signature: key.sign(manifest) });
  const head = Buffer.from(`${MAGIC} ${FORMAT}\n${manifest}\n${signature}\n`);
  return Buffer.concat([head, parts.model, parts.rules]);
}

/**
 * Reads a model file. Troubles: `model-invalid` (something else), `model-other-version` and `model-damaged`. What the
 * signature proves is that nobody without the key has changed the file; whose key it is only its fingerprint tells.
 */
export function unpackModelFile(bytes: Uint8Array, file: string): Result<ModelFile> {
  const [magic, afterMagic] = lineAt(bytes, 0);
  if (magic === null || !magic.startsWith(`${MAGIC} `)) return failed(notAModel(file));
  const format = magic.slice(MAGIC.length + 1);
  if (format !== String(FORMAT)) return failed(modelOtherVersion(file, `格式 ${format}`, `format ${format}`));
  const [manifestLine, afterManifest] = lineAt(bytes, afterMagic);
  const [signatureLine, start] = lineAt(bytes, afterManifest);
  const signed = parsed(signatureSchema, signatureLine);
  if (manifestLine === null || signed === null) return failed(modelDamaged(file));
  const isSigned = isSignedBy(
    signed.publicKey,
    signed.signature,
    bytes.subarray(afterMagic, afterManifest - 1),
  );
  const manifest = isSigned ? parsed(manifestSchema, manifestLine) : null;
  if (manifest === null) return failed(modelDamaged(file));
  const { parts, ...card } = manifest;
  const end = start + parts.model.bytes;
  const modelBytes = partAt(bytes, start, parts.model);
  const rulesBytes = partAt(bytes, end, parts.rules);
  const isWhole = end + parts.rules.bytes === bytes.length;
  const rules = rulesBytes && parsed(rulesSchema, Buffer.from(rulesBytes).toString('utf8'));
  if (modelBytes === null || rules === null || !isWhole) return failed(modelDamaged(file));
  const read = readModel(modelBytes, file);
  if (!read.ok) return read;
  return done({ card, rules, fingerprint: fingerprintOf(signed.publicKey), ...read.value });
}

function readModel(bytes: Uint8Array, file: string): Result<Pick<ModelFile, 'model' | 'reading'>> {
  try {
    const unpacked = unpackModel(bytes);
    if (unpacked.ok && SETTINGS.safeParse(unpacked.model.settings).success) return done(unpacked);
    const isOther = !unpacked.ok && unpacked.fault === 'other-version';
    return failed(isOther ? modelOtherVersion(file, '另一种计数', 'other counts') : modelDamaged(file));
  } catch {
    return failed(modelDamaged(file));
  }
}

function described(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: digestOf(bytes) };
}

/** A part copied to memory that begins at a multiple of 8; null where it is not what the manifest says. */
function partAt(bytes: Uint8Array, from: number, part: { bytes: number; sha256: string }): Uint8Array | null {
  const copy = new Uint8Array(bytes.subarray(from, from + part.bytes));
  return copy.length === part.bytes && digestOf(copy) === part.sha256 ? copy : null;
}

/** The line that begins at a place, and where the next begins; null where it does not end. */
function lineAt(bytes: Uint8Array, from: number): readonly [string | null, number] {
  const end = bytes.subarray(from, from + LONGEST_LINE).indexOf(LF);
  if (end < 0) return [null, from];
  return [Buffer.from(bytes.subarray(from, from + end)).toString('utf8'), from + end + 1];
}

function parsed<T extends z.ZodType>(schema: T, text: string | null): z.infer<T> | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
