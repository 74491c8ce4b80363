import type { Axis } from './axis.ts';
import type { CostTable } from './bands.ts';
import type { CompiledAxis, CompiledModel } from './compiled-model.ts';
import { createFeatureCounts, EMPTY, isCounted, probe, TALLIES_A_FEATURE } from './feature-counts.ts';
import type { Model, ModelSettings } from './model.ts';
import { type PackedKind, pack, type Unpacked, unpack } from './packed-arrays.ts';

/** A model as a file: counts and settings, with the name of the reading that they were counted with. */
export const MODEL_FILE: PackedKind = { kind: 'model', version: 1 };
/** A compiled model as a file; it depends on the program that compiled it. */
export const COMPILED_FILE: PackedKind = { kind: 'compiled-model', version: 1 };

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
  const slots = Int32Array.from(grams.keys.keys()).filter(
    (slot) => grams.keys[slot] !== EMPTY && isCounted(grams, slot),
  );
  const keys = Float64Array.from(slots, (slot) => grams.keys[slot] as number);
  const tallies = new Int32Array(slots.length * TALLIES_A_FEATURE);
  slots.forEach((slot, at) => {
    const from = slot * TALLIES_A_FEATURE;
    tallies.set(grams.tallies.subarray(from, from + TALLIES_A_FEATURE), at * TALLIES_A_FEATURE);
  });
  const data: ModelData = { name, reading, settings, totals: [...totals], rules: rowsOf(rules) };
  return pack(MODEL_FILE, { data, arrays: { keys, tallies } });
}

/** Unpacks a model and the name of its reading; the bytes must begin at a multiple of 8. */
export function unpackModel(bytes: Uint8Array): { ok: true; model: Model; reading: string } | Fault {
  const packed = unpack(MODEL_FILE, bytes);
  if (!packed.ok) return packed;
  const { name, reading, settings, totals, rules } = packed.data as ModelData;
  const { keys, tallies } = packed.arrays as { keys: Float64Array; tallies: Int32Array };
  const grams = createFeatureCounts(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    const slot = probe(grams.keys, key);
    grams.keys[slot] = key;
    for (let tally = 0; tally < TALLIES_A_FEATURE; tally += 1) {
      grams.tallies[slot * TALLIES_A_FEATURE + tally] = tallies[at * TALLIES_A_FEATURE + tally] as number;
    }
  }
  grams.used = keys.length;
  const model = { name, grams, rules: tableOf(rules), totals: Int32Array.from(totals), settings };
  return { ok: true, model, reading };
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
