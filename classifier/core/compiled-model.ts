import { AXES, type Axis, byAxis } from './axis.ts';
import type { CostTable } from './bands.ts';
import { findSlot, firstTally, isCounted, keyAt, slotsOf, TALLIES_A_FEATURE } from './feature-counts.ts';
import { createFeatureTable, type FeatureTable } from './feature-table.ts';
import { classSizes, type Model } from './model.ts';
import type { ClassSizes } from './naive-bayes.ts';
import { baseLogOdds, gramLogOdds } from './score.ts';

/** What scoring needs to know of an axis as a whole. */
export interface CompiledAxis {
  readonly base: number;
  readonly sizes: ClassSizes;
}

/**
 * A model ready to score: plain data, never written again. The typed arrays stand in shared memory, so that threads
 * can be given the whole without a copy.
 */
export interface CompiledModel {
  readonly name: string;
  readonly costs: CostTable;
  readonly axes: Readonly<Record<Axis, CompiledAxis>>;
  /** Headlines that a rule's prior points are worth, and per rule id the four tallies of a model. */
  readonly ruleStrength: number;
  readonly rules: ReadonlyMap<string, Int32Array>;
  /** By feature the number of its weights. */
  readonly features: FeatureTable;
  /** By number: what a feature adds to the sensational axis, then to the implausible one. Number 0 adds nothing. */
  readonly weights: Float64Array;
}

/**
 * Compiles a model: a weight is worked out once for all features with the same tallies, of which there are few.
 * Takes time linear in the features. The model may go on learning; the compiled one stays as it is.
 */
export function compileModel(model: Model): CompiledModel {
  const { grams } = model;
  return compile(model, grams.used, (put) => {
    for (let slot = 0; slot < slotsOf(grams); slot += 1) if (isCounted(grams, slot)) put(slot);
  });
}

/**
 * The same for texts that have no other features than these: it scores them to the last bit as the whole model does, and
 * is made in a millisecond for a screenful of headlines.
 */
export function compileFor(model: Model, keys: ReadonlySet<number>): CompiledModel {
  return compile(model, keys.size, (put) => {
    for (const key of keys) {
      const slot = findSlot(model.grams, key);
      if (slot >= 0) put(slot);
    }
  });
}

function compile(model: Model, most: number, fill: (put: (slot: number) => void) => void): CompiledModel {
  const { numberAt, weights } = weightNumbers(model, most);
  const features = createFeatureTable(most, (put) => {
    fill((slot) => put(keyAt(model.grams, slot), numberAt(slot)));
  });
  const shared = new Float64Array(new SharedArrayBuffer(weights.length * Float64Array.BYTES_PER_ELEMENT));
  shared.set(weights);
  return {
    name: model.name,
    costs: model.settings.costs,
    axes: byAxis((axis) => ({ base: baseLogOdds(model, axis), sizes: classSizes(model, axis) })),
    ruleStrength: model.settings.ruleStrength,
    rules: new Map([...model.rules].map(([id, tallies]) => [id, tallies.slice()])),
    features,
    weights: shared,
  };
}

/** Features whose four tallies are all below 2 to this find their number in a table, others in a map. */
const SMALL_BITS = 5;
/** Fewer features are not worth the table's four megabytes. */
const WORTH_A_TABLE = 20_000;
/** Four tallies up to 2 to this are one exact number. */
const MAP_BITS = 13;
/** Minus zero changes no sum, not even one of minus zero. */
const NOTHING = -0;

function weightNumbers(
  model: Model,
  features: number,
): { numberAt: (slot: number) => number; weights: number[] } {
  const { tallies } = model.grams;
  const sizes = byAxis((axis) => classSizes(model, axis));
  const weights: number[] = AXES.map(() => NOTHING);
  const small = features < WORTH_A_TABLE ? null : new Int32Array(1 << (SMALL_BITS * TALLIES_A_FEATURE));
  const others = new Map<number | string, number>();

  function add(slot: number): number {
    const number = weights.length / AXES.length;
    for (const axis of AXES) weights.push(gramLogOdds(model, slot, sizes[axis], axis));
    return number;
  }

  function numberAt(slot: number): number {
    const at = firstTally(slot);
    const a = tallies[at] as number;
    const b = tallies[at + 1] as number;
    const c = tallies[at + 2] as number;
    const d = tallies[at + 3] as number;
    if (small !== null && (a | b | c | d) >>> SMALL_BITS === 0) {
      const packed = (((((a << SMALL_BITS) | b) << SMALL_BITS) | c) << SMALL_BITS) | d;
      if (small[packed] === 0) small[packed] = add(slot);
      return small[packed] as number;
    }
    const packed =
      (a | b | c | d) >>> MAP_BITS === 0
        ? ((a * 2 ** MAP_BITS + b) * 2 ** MAP_BITS + c) * 2 ** MAP_BITS + d
        : `${a} ${b} ${c} ${d}`;
    const known = others.get(packed) ?? add(slot);
    others.set(packed, known);
    return known;
  }
  return { numberAt, weights };
}
