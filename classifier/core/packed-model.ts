import type { Axis } from './axis.ts';
import type { CostTable } from './bands.ts';
import type { CompiledAxis, CompiledModel } from './compiled-model.ts';
import {
  createFeatureCounts,
  firstTally,
  isCounted,
  keyAt,
  slotsOf,
  TALLIES_A_FEATURE,
  takeSlot,
} from './feature-counts.ts';
import type { Model, ModelSettings } from './model.ts';
import { type PackedKind, pack, type Unpacked, unpack } from './packed-arrays.ts';

/** A model as a file: counts and settings, with the name of the reading that they were counted with. */
export const MODEL_FILE: PackedKind = { kind: 'model', version: 1 };
/** A compiled model as a file; it depends on the program that compiled it. */
export const COMPILED_FILE: PackedKind = { kind: 'compiled-model', version: 2 };

type Fault = Extract<Unpacked, { ok: false }>;
type Rows = readonly (readonly [id: string, tallies: readonly number[]])[];

interface ModelData {
  readonly name: string;
  readonly reading: string;
  readonly settings: ModelSettings;
  readonly totals: readonly number[];
  readonly rules: Rows;
}

/** Packs a model. Models that have learned the same may give different bytes: features stand in the order of their slots. */
export function packModel(model: Model, reading: string): Uint8Array<ArrayBuffer> {
  const { grams, rules, totals, name, settings } = model;
  const keys = new Float64Array(grams.used);
  const tallies = new Int32Array(grams.used * TALLIES_A_FEATURE);
  let size = 0;
  for (let slot = 0; slot < slotsOf(grams); slot += 1) {
    if (!isCounted(grams, slot)) continue;
    keys[size] = keyAt(grams, slot);
    const from = firstTally(slot);
    for (let tally = 0; tally < TALLIES_A_FEATURE; tally += 1) {
      tallies[size * TALLIES_A_FEATURE + tally] = grams.tallies[from + tally] as number;
    }
    size += 1;
  }
  const data: ModelData = { name, reading, settings, totals: [...totals], rules: rowsOf(rules) };
  const arrays = { keys: keys.subarray(0, size), tallies: tallies.subarray(0, size * TALLIES_A_FEATURE) };
  return pack(MODEL_FILE, { data, arrays });
}

/** Unpacks a model and the name of its reading; the bytes must begin at a multiple of 8. */
export function unpackModel(bytes: Uint8Array): { ok: true; model: Model; reading: string } | Fault {
  const packed = unpack(MODEL_FILE, bytes);
  if (!packed.ok) return packed;
  const { name, reading, settings, totals, rules } = packed.data as ModelData;
  const { keys, tallies } = packed.arrays as { keys: Float64Array; tallies: Int32Array };
  const isSound = areKeys(keys) && tallies.length === keys.length * TALLIES_A_FEATURE;
  if (!isSound || totals.length !== TALLIES_A_FEATURE) return { ok: false, fault: 'damaged' };
  const grams = createFeatureCounts(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const to = firstTally(takeSlot(grams, keys[at] as number));
    const from = at * TALLIES_A_FEATURE;
    grams.tallies[to] = tallies[from] as number;
    grams.tallies[to + 1] = tallies[from + 1] as number;
    grams.tallies[to + 2] = tallies[from + 2] as number;
    grams.tallies[to + 3] = tallies[from + 3] as number;
  }
  const model = { name, grams, rules: tableOf(rules), totals: Int32Array.from(totals), settings };
  return { ok: true, model, reading };
}

/** Anything but a whole number from 0 on would never be found again, or looked for without end. */
function areKeys(keys: Float64Array): boolean {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (!(Number.isSafeInteger(key) && key >= 0)) return false;
  }
  return true;
}

interface CompiledData {
  readonly name: string;
  readonly reading: string;
  readonly costs: CostTable;
  readonly axes: Readonly<Record<Axis, CompiledAxis>>;
  readonly ruleStrength: number;
  readonly rules: Rows;
}

/** Packs a compiled model with the name of its reading. */
export function packCompiled(model: CompiledModel, reading: string): Uint8Array<ArrayBuffer> {
  const { features, weights, rules, ...plain } = model;
  const data: CompiledData = { ...plain, reading, rules: rowsOf(rules) };
  return pack(COMPILED_FILE, { data, arrays: { ...features, weights } });
}

/**
 * Unpacks a compiled model that the build made: a file from elsewhere could be wrong in ways that no checksum shows.
 * Its arrays are views of the bytes: to share it, read the file into shared memory.
 */
export function unpackCompiled(
  bytes: Uint8Array,
  trusted = false,
): { ok: true; model: CompiledModel; reading: string } | Fault {
  const packed = unpack(COMPILED_FILE, bytes, trusted);
  if (!packed.ok) return packed;
  const { reading, rules, ...plain } = packed.data as CompiledData;
  const { weights, ...features } = packed.arrays as unknown as CompiledModel['features'] & {
    weights: Float64Array;
  };
  return { ok: true, model: { ...plain, rules: tableOf(rules), features, weights }, reading };
}

function rowsOf(rules: ReadonlyMap<string, Int32Array>): Rows {
  return [...rules].map(([id, tallies]) => [id, [...tallies]] as const);
}

function tableOf(rows: Rows): Map<string, Int32Array> {
  return new Map(rows.map(([id, tallies]) => [id, Int32Array.from(tallies)]));
}
