import type { CompiledModel } from './compiled-model.ts';
import type { Walk } from './gram-walk.ts';
import { createKernel } from './kernel/kernel.ts';
import { createKernelScorer } from './kernel/kernel-scorer.ts';
import { kernelTables } from './kernel/kernel-tables.ts';
import type { Reader } from './reading.ts';
import type { RuleHit } from './rule.ts';
import { type ClassShares, createScorer, type Scorer } from './scorer.ts';
import { growingUnits, type UnitText } from './unit-text.ts';
import type { KeyBuffer } from './word-classes.ts';

/**
 * Reads texts, then scores them, then looks at some of them again. The tables of reading and those of scoring do not fit
 * into a processor's cache together: in turn for each text, each would push the other out.
 */
export interface GroupScorer extends Pick<Scorer, 'sums' | 'bandOf' | 'model' | 'weightOf'> {
  /** Memory for the units of texts, at least so many; what stood in it stays. */
  readonly reserve: (units: number) => Uint16Array;
  /** Finds the rules that hold, and what the word classes add. */
  readonly read: (text: UnitText, shares: ClassShares, at: number) => readonly RuleHit[];
  /** Scores a text that was read: fills `sums` and `sighted`. */
  readonly sum: (text: UnitText, hits: readonly RuleHit[], shares: ClassShares, at: number) => void;
  /** Finds the word classes of a text again: fills `classes`. */
  readonly recall: (text: UnitText) => void;
  readonly sighted: Walk;
  readonly classes: KeyBuffer;
}

/** Makes a scorer of texts; with the kernel unless rules or model are too large for it. Each thread needs one of its own. */
export function createGroupScorer(model: CompiledModel, reader: Reader): GroupScorer {
  const plain = createPlainScorer(model, reader);
  const tables = kernelTables(reader.signs.plan, reader.signs.words, model);
  return tables === null ? plain : createKernelScorer(createKernel(tables), reader, plain);
}

/** The same without the kernel. */
export function createPlainScorer(model: CompiledModel, reader: Reader): PlainScorer {
  const scorer = createScorer(model, reader.stemLatin);
  const { signs, classes } = reader;
  return {
    ...scorer,
    classes,
    sum: scorer.sumShared,
    reserve: growingUnits(),
    read(text, shares, at) {
      const hits = signs.findIn(text, classes);
      scorer.shareOf(classes, shares, at);
      return hits;
    },
    recall: (text) => void signs.findIn(text, classes),
  };
}

export type PlainScorer = GroupScorer & Pick<Scorer, 'finish'>;
