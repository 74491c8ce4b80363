import { foldUnits, type Normalised, normaliseSlowly, plainly } from './normalise.ts';
import { withHidden } from './reading.ts';
import type { RuleHit } from './rule.ts';
import { copyUnits, decodeUnits, stringOf, type UnitText, unitsAsText } from './unit-text.ts';

/**
 * Headlines that are kept together. Their normalised units stand side by side in one array, and what else is known of
 * them in others; an object is made only of those that need one.
 */
export interface TextGroup {
  readonly size: number;
  /** Forgets all headlines. */
  clear(): void;
  addText(raw: string): void;
  /** Adds a headline that stands in valid UTF-8 between two places; the bytes must stay as they are. */
  addBytes(bytes: Uint8Array, from: number, to: number): void;
  /** The normalised text of one; the same object each time. */
  text(at: number): UnitText;
  /** The hits on one, with what the classifier itself says of it. */
  allHits(at: number, hits: readonly RuleHit[]): readonly RuleHit[];
  normalised(at: number): Normalised;
  /** The headline as it was added. */
  raw(at: number): string;
  /** Whether that is its normalised text, too. */
  isNormal(at: number): boolean;
}

/** A group whose units stand in memory that is reserved for so many of them at least; what stood there stays. */
export function createTextGroup(reserve: (units: number) => Uint16Array): TextGroup {
  /** As they came: strings, or bytes with two places. */
  const sources: (string | Uint8Array)[] = [];
  const starts: number[] = [];
  const stops: number[] = [];
  const current: UnitText = { units: reserve(0), from: 0, to: 0, text: null };
  const ends: number[] = [];
  const isNormal: boolean[] = [];
  /** Of texts that are not what folding each unit gives. */
  const strange = new Map<number, Normalised>();
  let size = 0;
  let end = 0;

  function roomFor(more: number): Uint16Array {
    if (end + more > current.units.length) current.units = reserve(end + more);
    return current.units;
  }

  /** Folds what was put behind the last text, and keeps it; `raw` is asked for where that takes more. */
  function fold(behind: number, raw: () => string): void {
    const folding = foldUnits(current.units, end, behind);
    isNormal[size] = folding === 'kept';
    if (folding === 'strange') addSlowly(raw());
    else end = behind;
  }

  function addSlowly(raw: string): void {
    const normalised = normaliseSlowly(raw);
    const { text } = normalised;
    strange.set(size, normalised);
    end = copyUnits(text, roomFor(text.length), end);
  }

  function finish(source: string | Uint8Array, from: number, to: number): void {
    sources[size] = source;
    starts[size] = from;
    stops[size] = to;
    ends[size] = end;
    size += 1;
  }

  function text(at: number): UnitText {
    current.from = at === 0 ? 0 : (ends[at - 1] as number);
    current.to = ends[at] as number;
    current.text = null;
    return current;
  }

  function raw(at: number): string {
    const source = sources[at] as string | Uint8Array;
    return typeof source === 'string' ? source : decoded(source, starts[at] as number, stops[at] as number);
  }

  return {
    get size() {
      return size;
    },
    clear() {
      size = 0;
      end = 0;
      strange.clear();
    },
    addText(added) {
      const behind = copyUnits(added, roomFor(added.length), end);
      fold(behind, () => added);
      finish(added, 0, 0);
    },
    addBytes(bytes, from, to) {
      const behind = decodeUnits(bytes, from, to, roomFor(to - from), end);
      fold(behind, () => decoded(bytes, from, to));
      finish(bytes, from, to);
    },
    text,
    allHits(at, hits) {
      const normalised = strange.size === 0 ? undefined : strange.get(at);
      return normalised === undefined ? hits : withHidden(hits, normalised);
    },
    normalised: (at) => strange.get(at) ?? plainly(stringOf(text(at))),
    raw,
    isNormal: (at) => isNormal[at] as boolean,
  };
}

function decoded(bytes: Uint8Array, from: number, to: number): string {
  const units = new Uint16Array(to - from);
  return unitsAsText(units, 0, decodeUnits(bytes, from, to, units, 0));
}
