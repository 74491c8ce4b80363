import type { Claims } from './claims.ts';

/** For each slot (what is claimed, in which words) the values that stand there, each with a headline that has it. */
export type ClaimIndex = ReadonlyMap<string, readonly SlotValue[]>;

interface SlotValue {
  readonly value: string;
  readonly headline: number;
}

/** Values that are kept of a slot: the first ones, enough to name some headlines that disagree with any other. */
const VALUES = 6;
/** Characters beside a claim that tell what it is about. */
const CONTEXT = 2;

/** Enters the claims of headlines that are given one after the other; slots with one value only are left out. */
export function claimIndex(headlines: Iterable<number>, claimsOf: (headline: number) => Claims): ClaimIndex {
  const index = new Map<string, SlotValue[]>();
  for (const headline of headlines) {
    eachSlot(claimsOf(headline), (slot, value) => {
      const values = index.get(slot);
      if (values === undefined) index.set(slot, [{ value, headline }]);
      else if (values.length < VALUES && values.every((known) => known.value !== value))
        values.push({ value, headline });
    });
  }
  for (const [slot, values] of index) if (values.length === 1) index.delete(slot);
  return index;
}

/** Headlines that have another value in a slot of `claims`, each once, in ascending order. */
export function rivalsOf(index: ClaimIndex, claims: Claims): number[] {
  const rivals: number[] = [];
  if (index.size === 0) return rivals;
  eachSlot(claims, (slot, value) => {
    for (const known of index.get(slot) ?? []) {
      if (known.value !== value && !rivals.includes(known.headline)) rivals.push(known.headline);
    }
  });
  return rivals.sort((a, b) => a - b);
}

/** A number by what stands before it and its unit, a place by what follows it, an outcome by its pair and what precedes. */
function eachSlot(
  { text, numbers, places, outcomes }: Claims,
  see: (slot: string, value: string) => void,
): void {
  for (const { span, unit, digits } of numbers) see(`${before(text, span.start)}#${unit}`, digits);
  for (const { start, end } of places) see(`@${text.slice(end, end + CONTEXT)}`, text.slice(start, end));
  for (const { pair, side, span } of outcomes) see(`${before(text, span.start)}!${pair}`, String(side));
}

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - CONTEXT), start);
}
