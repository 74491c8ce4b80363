import type { Normalised } from './normalise.ts';
import { normalise } from './normalise.ts';
import { type Reader, readNormalised, type TextReading } from './reading.ts';
import type { RuleHit } from './rule.ts';
import { createClassStore, keepClasses, restoreClasses } from './word-classes.ts';

/**
 * Headlines that are read one after another and scored afterwards. The tables of reading and those of scoring do not
 * fit into a processor's cache together: in turn for each headline, each would push the other out.
 */
export interface ReadGroup {
  /** Reads headlines; those before are forgotten. */
  read(raws: readonly string[]): void;
  /** The reading of one of them, as `readText` gives it. Its classes hold until the next is asked for. */
  reading(at: number): TextReading;
}

/** A group that reads with a reader; its buffers grow to the largest group. */
export function createReadGroup(reader: Reader): ReadGroup {
  const normalised: Normalised[] = [];
  const hits: (readonly RuleHit[])[] = [];
  const classes = createClassStore();
  return {
    read(raws) {
      normalised.length = raws.length;
      hits.length = raws.length;
      for (let at = 0; at < raws.length; at += 1) normalised[at] = normalise(raws[at] as string);
      classes.size = 0;
      for (let at = 0; at < raws.length; at += 1) {
        hits[at] = readNormalised(reader, normalised[at] as Normalised).hits;
        keepClasses(classes, at, reader.classes);
      }
    },
    reading(at) {
      restoreClasses(classes, at, reader.classes);
      return {
        normalised: normalised[at] as Normalised,
        hits: hits[at] as readonly RuleHit[],
        classes: reader.classes,
        signs: reader.signs,
      };
    },
  };
}
