import { type Reader, readText } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { type PackedTexts, readableAt } from './packed-texts.ts';

/**
 * What reading finds in each headline of a list, whatever the model. The rules that hold for place n stand from `from[n]` up to
 * `from[n + 1]` in `items`, the keys of its word classes in the same way in `classes`.
 */
export interface RuleHits {
  /** The rules that hold for any, in the order in which they were met; an item is a place in it. */
  readonly rules: readonly Rule[];
  readonly from: Uint32Array;
  readonly items: Uint16Array;
  readonly classesFrom: Uint32Array;
  readonly classes: Float64Array;
}

/** Headlines between two chances to do something else: well below a millisecond. */
const SLICE = 64;

/** Finds the rule hits of all headlines, yielding every few. */
export function* findRuleHits(
  blocks: Iterable<PackedTexts>,
  size: number,
  reader: Reader,
): Generator<void, RuleHits> {
  const rules: Rule[] = [];
  const numbers = new Map<string, number>();
  const from = new Uint32Array(size + 1);
  const classesFrom = new Uint32Array(size + 1);
  const classes: number[] = [];
  let items = new Uint16Array(size + 16);
  let count = 0;
  let place = 0;
  for (const texts of blocks) {
    for (let at = 0; at < texts.ends.length; at += 1, place += 1) {
      const reading = readText(reader, readableAt(texts, at));
      for (const { rule } of reading.hits) {
        const number = numbers.get(rule.id) ?? rules.push(rule) - 1;
        numbers.set(rule.id, number);
        if (count === items.length) items = grown(items);
        items[count] = number;
        count += 1;
      }
      from[place + 1] = count;
      for (let key = 0; key < reading.classes.size; key += 1)
        classes.push(reading.classes.keys[key] as number);
      classesFrom[place + 1] = classes.length;
      if (place % SLICE === SLICE - 1) yield;
    }
  }
  return { rules, from, items: items.slice(0, count), classesFrom, classes: Float64Array.from(classes) };
}

/** Puts 0 where a rule does not hold. */
export function keepHitBy({ rules, from, items }: RuleHits, ruleId: string, marks: Uint8Array): void {
  const wanted = rules.findIndex(({ id }) => id === ruleId);
  for (let place = 0; place < marks.length; place += 1) {
    if (marks[place] === 0) continue;
    let holds = 0;
    for (let at = from[place] as number; at < (from[place + 1] as number); at += 1)
      if (items[at] === wanted) holds = 1;
    marks[place] = holds;
  }
}

/** For how many headlines each rule holds, the most first. */
export function countHits({ rules, items }: RuleHits): { readonly rule: Rule; readonly count: number }[] {
  const counts = new Uint32Array(rules.length);
  for (const item of items) counts[item] = (counts[item] as number) + 1;
  return rules
    .map((rule, at) => ({ rule, count: counts[at] as number }))
    .sort((a, b) => b.count - a.count || (a.rule.id < b.rule.id ? -1 : 1));
}

function grown(items: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(items.length * 2);
  larger.set(items);
  return larger;
}
