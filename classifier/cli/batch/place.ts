import { open, readFile, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { partialName } from '../output.ts';

/** How far a run has come: everything before the place is in the output. */
export interface Place {
  /** Input, counted from 0, and the end of the last block in the bytes that were cut. */
  readonly feed: number;
  readonly offset: number;
  /** Lines of that input before the place. */
  readonly lines: number;
  /** Bytes of the output. */
  readonly written: number;
  readonly bands: readonly number[];
  /** Headlines in band pass of which too little is known. */
  readonly insufficient: number;
  readonly troubles: number;
  readonly leftOut: readonly { readonly reason: string; readonly lines: number }[];
}

/** What must be the same for a run to go on where another stopped. */
export interface RunIdentity {
  readonly model: string;
  readonly options: string;
  readonly inputs: readonly string[];
}

/** Bytes at the start of an input that are compared. */
const HEAD = 64 * 1024;

/** Names an input by its path, size, time and first bytes; by its path alone where it is no file that can be read. */
export async function inputIdentity(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  const file = found?.isFile() ? await open(path, 'r').catch(() => null) : null;
  if (found === null || file === null) return JSON.stringify([resolve(path)]);
  const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
  await file.close();
  // Loaded when it is needed: only a run on a file can be gone on with.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const head = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 32);
  return JSON.stringify([resolve(path), found.size, found.mtimeMs, head]);
}

/** The name of the file that says where a run on an output goes on. */
export function placeName(output: string): string {
  return `${output}.resume`;
}

export async function savePlace(output: string, identity: RunIdentity, place: Place): Promise<Result<void>> {
  return writeTextFile(placeName(output), `${JSON.stringify({ identity, place })}\n`);
}

export async function forgetPlace(output: string): Promise<void> {
  await rm(placeName(output), { force: true });
}

/**
 * Where a run on an output goes on; null where none was stopped. Troubles: the model, the options or an input are not
 * those of the run that was stopped, or its files are damaged.
 */
export async function findPlace(output: string, identity: RunIdentity): Promise<Result<Place | null>> {
  const text = await readFile(placeName(output), 'utf8').catch(() => null);
  if (text === null) return done(null);
  const saved = parse(text);
  const partial = await stat(partialName(output)).catch(() => null);
  if (saved === null || partial === null || partial.size < saved.place.written)
    return failed(refusal(output, '记录或已写的部分已损坏或丢失', 'what it left is damaged or missing'));
  const changed = changeBetween(saved.identity, identity);
  return changed === null ? done(saved.place) : failed(refusal(output, changed.zh, changed.en));
}

function changeBetween(then: RunIdentity, now: RunIdentity): { zh: string; en: string } | null {
  if (then.model !== now.model)
    return {
      zh: `那次用的模型是 ${then.model}，现在是 ${now.model}`,
      en: `its model was ${then.model}, now it is ${now.model}`,
    };
  if (then.options !== now.options) return { zh: '选项与那次不同', en: 'its options were different' };
  const at = Array.from(
    { length: Math.max(then.inputs.length, now.inputs.length) },
    (_, place) => place,
  ).find((place) => then.inputs[place] !== now.inputs[place]);
  if (at === undefined) return null;
  const name = (JSON.parse(now.inputs[at] ?? then.inputs[at] ?? '[""]') as string[])[0];
  return { zh: `输入文件 ${name} 与那次不同`, en: `the input ${name} is not the same` };
}

interface Saved {
  readonly identity: RunIdentity;
  readonly place: Place;
}

/** The file is the program's own; one that does not hold what belongs there counts as damaged. */
function parse(text: string): Saved | null {
  try {
    const saved = JSON.parse(text) as Saved;
    const { feed, offset, lines, written, troubles, bands, insufficient, leftOut } = saved.place;
    const isWhole =
      [feed, offset, lines, written, troubles, insufficient, ...bands].every(Number.isSafeInteger) &&
      bands.length === 3 &&
      Array.isArray(leftOut) &&
      Array.isArray(saved.identity.inputs);
    return isWhole ? saved : null;
  } catch {
    return null;
  }
}

function refusal(output: string, zh: string, en: string): Trouble {
  return trouble(
    'request-invalid',
    `不能接着上一次做：${zh}。去掉 --resume 就从头开始。`,
    `Cannot go on with the run that was stopped: ${en}. Without --resume it starts over.`,
    { file: output },
  );
}
