import type { Reader } from './reading.ts';
import type { RuleHit } from './rule.ts';
import { createTextGroup, type TextGroup } from './text-group.ts';
import { growingUnits } from './unit-text.ts';
import { createClassStore, type KeyBuffer, keepClasses, restoreKeys } from './word-classes.ts';

/**
 * Headlines that are read one after another and scored or learned afterwards. The tables of reading and those of scoring
 * do not fit into a processor's cache together: in turn for each headline, each would push the other out.
 */
export interface ReadGroup extends TextGroup {
  /** Finds the rule hits and word classes of all. */
  read(): void;
  hits(at: number): readonly RuleHit[];
  /** The keys of its word classes, without their places, in the buffer of the reader. */
  keys(at: number): KeyBuffer;
}

/** A group that reads with a reader; its buffers grow to the largest group. */
export function createReadGroup(reader: Reader): ReadGroup {
  const group = createTextGroup(growingUnits());
  const hits: (readonly RuleHit[])[] = [];
  const classes = createClassStore();
  return {
    ...group,
    get size() {
      return group.size;
    },
    read() {
      classes.size = 0;
      for (let at = 0; at < group.size; at += 1) {
        hits[at] = group.allHits(at, reader.signs.findIn(group.text(at), reader.classes));
        keepClasses(classes, at, reader.classes);
      }
    },
    hits: (at) => hits[at] as readonly RuleHit[],
    keys(at) {
      restoreKeys(classes, at, reader.classes);
      return reader.classes;
    },
  };
}
