import { condense, isCondensed } from './condense.ts';
import { foldUnits, type Normalised, plainly } from './normalise.ts';
import { type Reader, type TextReading, withHidden } from './reading.ts';
import type { RuleHit } from './rule.ts';
import { copyUnits, decodeUnits, stringOf, type UnitText, unitsAsText } from './unit-text.ts';
import {
  createClassStore,
  type KeyBuffer,
  keepClasses,
  restoreClasses,
  restoreKeys,
} from './word-classes.ts';

/**
 * Headlines that are read one after another and scored afterwards. The tables of reading and those of scoring do not
 * fit into a processor's cache together: in turn for each headline, each would push the other out. Their normalised
 * units stand side by side in one array, and what else is known of them in others; an object is made only of those
 * that need one.
 */
export interface ReadGroup {
  readonly size: number;
  /** Forgets all headlines. */
  clear(): void;
  addText(raw: string): void;
  /** Adds a headline that stands in valid UTF-8 between two places; the bytes must stay as they are. */
  addBytes(bytes: Uint8Array, from: number, to: number): void;
  /** Finds the rule hits and word classes of all. */
  read(): void;
  /** The condensed text of one; the same object each time. */
  text(at: number): UnitText;
  hits(at: number): readonly RuleHit[];
  /** The keys of its word classes, without their places, in the buffer of the reader. */
  keys(at: number): KeyBuffer;
  /** The headline as it was added. */
  raw(at: number): string;
  /** Whether that is its condensed text, too. */
  isNormal(at: number): boolean;
  /** The reading of one, as `readText` gives it. Its classes hold until those of another are asked for. */
  reading(at: number): TextReading;
}

const SMALLEST = 1024;

/** A group that reads with a reader; its buffers grow to the largest group. */
export function createReadGroup(reader: Reader): ReadGroup {
  /** As they came: strings, or bytes with two places. */
  const sources: (string | Uint8Array)[] = [];
  const starts: number[] = [];
  const stops: number[] = [];
  const current: UnitText = { units: new Uint16Array(SMALLEST), from: 0, to: 0, text: null };
  const ends: number[] = [];
  const isNormal: boolean[] = [];
  /** Of texts that are more than what folding each unit gives. */
  const strange = new Map<number, Normalised>();
  const hits: (readonly RuleHit[])[] = [];
  const classes = createClassStore();
  let size = 0;
  let end = 0;

  function reserve(more: number): Uint16Array {
    if (end + more > current.units.length) {
      const larger = new Uint16Array(Math.max(current.units.length * 2, end + more));
      larger.set(current.units.subarray(0, end));
      current.units = larger;
    }
    return current.units;
  }

  /** Folds what was put behind the last text, and keeps it; `raw` is asked for where that takes more. */
  function fold(behind: number, raw: () => string): void {
    const folding = foldUnits(current.units, end, behind);
    const isPlain = folding !== 'strange' && isCondensed(current.units, end, behind);
    isNormal[size] = isPlain && folding === 'kept';
    if (isPlain) end = behind;
    else addSlowly(raw());
  }

  function addSlowly(raw: string): void {
    const normalised = condense(raw);
    const { text } = normalised;
    strange.set(size, normalised);
    end = copyUnits(text, reserve(text.length), end);
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
      const behind = copyUnits(added, reserve(added.length), end);
      fold(behind, () => added);
      finish(added, 0, 0);
    },
    addBytes(bytes, from, to) {
      const behind = decodeUnits(bytes, from, to, reserve(to - from), end);
      fold(behind, () => decoded(bytes, from, to));
      finish(bytes, from, to);
    },
    read() {
      classes.size = 0;
      for (let at = 0; at < size; at += 1) {
        const found = reader.signs.findIn(text(at), reader.classes);
        const normalised = strange.size === 0 ? undefined : strange.get(at);
        hits[at] = normalised === undefined ? found : withHidden(found, normalised);
        keepClasses(classes, at, reader.classes);
      }
    },
    text,
    hits: (at) => hits[at] as readonly RuleHit[],
    keys(at) {
      restoreKeys(classes, at, reader.classes);
      return reader.classes;
    },
    raw,
    isNormal: (at) => isNormal[at] as boolean,
    reading(at) {
      restoreClasses(classes, at, reader.classes);
      return {
        normalised: strange.get(at) ?? plainly(stringOf(text(at))),
        hits: hits[at] as readonly RuleHit[],
        classes: reader.classes,
        signs: reader.signs,
      };
    },
  };
}

function decoded(bytes: Uint8Array, from: number, to: number): string {
  const units = new Uint16Array(to - from);
  return unitsAsText(units, 0, decodeUnits(bytes, from, to, units, 0));
}
