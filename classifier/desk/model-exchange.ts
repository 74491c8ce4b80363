import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { classSizes, type Model } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { accessTrouble } from '#classifier/interchange/read-text-file.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';
import { type Assembly, assemble, type Resources, ruleTextsOf } from './assemble.ts';
import { deskKey, fingerprintOf } from './desk-key.ts';
import {
  MODEL_ENDING,
  type ModelCard,
  type ModelFile,
  packModelFile,
  unpackModelFile,
} from './model-file.ts';
import { modelOtherKey, modelOtherVersion } from './model-troubles.ts';
import { VERSION } from './version.ts';

/** A model of a file with the rules and reader that belong to it. */
export interface LoadedModel extends ModelFile {
  readonly assembly: Assembly;
}

/** The card of a model file and whose it is. */
export interface SignedCard extends ModelCard {
  readonly fingerprint: string;
}

/** Most bytes of a model file: thirty times what a hundred thousand labels teach. */
const LARGEST_MODEL = 1024 * 1024 * 1024;
/** Folder of imported models in the data folder. */
const MODELS_FOLDER = 'models';

/** Writes a model with everything that scoring needs, signed with the key of the data folder. */
export function exportModel(
  model: Model,
  path: string,
  place: { readonly folder: string; readonly resources: Resources; readonly assembly: Assembly },
  now: string,
): Result<SignedCard> {
  const { folder, resources, assembly } = place;
  const key = deskKey(folder);
  if (!key.ok) return key;
  const { yes, no } = classSizes(model, 'sensational');
  const lexicon = lexiconName(assembly);
  const card: ModelCard = { name: model.name, madeAt: now, program: VERSION, labels: yes + no, lexicon };
  const reading = readingIdentity(assembly.rules);
  const rules = ruleTextsOf(resources, folder);
  const written = writeWhole(path, packModelFile({ card, model, reading, rules }, key.value));
  return written.ok ? done({ ...card, fingerprint: fingerprintOf(key.value.publicKey) }) : written;
}

/**
 * Reads a model file and makes the reader that its rules ask for. `key` is the fingerprint that it must be signed with.
 * Troubles besides those of {@link unpackModelFile}: file-…, `model-other-key`, and `model-other-version` where this
 * program reads headlines otherwise.
 */
export async function loadModelFile(
  path: string,
  resources: Resources,
  key?: string,
): Promise<Result<LoadedModel>> {
  const bytes = bytesOf(path);
  return bytes.ok ? loadModelBytes(bytes.value, path, resources, key) : bytes;
}

async function loadModelBytes(
  bytes: Uint8Array,
  path: string,
  resources: Resources,
  key?: string,
): Promise<Result<LoadedModel>> {
  const read = checkedModel(bytes, path, key);
  if (!read.ok) return read;
  const { rules, reading } = read.value;
  const assembled = await assemble(resources, '', rules);
  if (!assembled.ok) return assembled;
  const present = readingIdentity(assembled.value.rules);
  if (present !== reading) {
    const [theirs = '', ours = ''] = [reading, present].map((name) => name.split(' ', 1)[0]);
    return failed(
      modelOtherVersion(path, `读法 ${theirs}，本程序 ${ours}`, `reading ${theirs}, this program ${ours}`),
    );
  }
  return done({ ...read.value, assembly: assembled.value });
}

/** Checks a model file and keeps a copy under a name in the data folder, in the place of one that is there. */
export async function importModel(
  path: string,
  { folder, resources, name, key }: { folder: string; resources: Resources; name?: string; key?: string },
): Promise<Result<SignedCard & { readonly keptAs: string }>> {
  const bytes = bytesOf(path);
  if (!bytes.ok) return bytes;
  const loaded = await loadModelBytes(bytes.value, path, resources, key);
  if (!loaded.ok) return loaded;
  const keptAs = name ?? basename(path, MODEL_ENDING);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u.test(keptAs) || RESERVED.includes(keptAs))
    return failed(badName(keptAs));
  const written = writeWhole(importedFile(folder, keptAs), bytes.value, true);
  return written.ok ? done({ ...loaded.value.card, fingerprint: loaded.value.fingerprint, keptAs }) : written;
}

/** Names that mean another model. */
const RESERVED: readonly string[] = ['starter', 'workspace'];

/** Names of the models that were imported into a data folder. */
export function importedModels(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, MODELS_FOLDER))
      .filter((name) => name.endsWith(MODEL_ENDING))
      .map((name) => basename(name, MODEL_ENDING))
      .sort();
  } catch {
    return [];
  }
}

/** Where an imported model is kept. */
export function importedFile(folder: string, name: string): string {
  return join(folder, MODELS_FOLDER, `${name}${MODEL_ENDING}`);
}

/** Reads a model file without making its reader. */
export function readModelFile(path: string, key?: string): Result<ModelFile> {
  const bytes = bytesOf(path);
  return bytes.ok ? checkedModel(bytes.value, path, key) : bytes;
}

function checkedModel(bytes: Uint8Array, path: string, key: string | undefined): Result<ModelFile> {
  const read = unpackModelFile(bytes, path);
  if (!read.ok || key === undefined) return read;
  const { fingerprint } = read.value;
  return key.toLowerCase().replaceAll(' ', '-') === fingerprint
    ? read
    : failed(modelOtherKey(path, key, fingerprint));
}

function bytesOf(path: string): Result<Uint8Array> {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_MODEL) return failed(tooLarge(path));
    return done(readFileSync(path));
  } catch (error) {
    return failed(accessTrouble(error, path));
  }
}

/** Writes beside the file and renames: nobody ever sees half a model. */
function writeWhole(path: string, bytes: Uint8Array, makesFolder = false): Result<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    if (makesFolder) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, bytes, { flag: 'wx', flush: true });
    renameSync(beside, path);
    return done(undefined);
  } catch (error) {
    rmSync(beside, { force: true });
    return failed(writeTrouble(error, path));
  }
}

/** Names the dictionary by what it weighs its words. */
function lexiconName({ lexicon }: Assembly): string {
  const { weights } = lexicon();
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  return `jieba ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
}

function badName(name: string) {
  return trouble(
    'request-invalid',
    `“${name}”不能作模型的名字。请把文件改成由字母、汉字、数字、点和连字符组成的名字，或在命令里用 --as 另给一个。`,
    `“${name}” cannot name a model. Rename the file to letters, digits, dots and hyphens, or give a name with --as in the command.`,
  );
}

function tooLarge(file: string) {
  return trouble(
    'file-too-large',
    '超过 1 GB，不像模型文件。',
    'This is over 1 GB and hardly a model file.',
    { file },
  );
}
