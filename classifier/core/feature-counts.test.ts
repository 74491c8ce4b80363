import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToAll,
  addToTally,
  countRows,
  createFeatureCounts,
  findSlot,
  slotFor,
  slotsFor,
  supportAt,
} from './feature-counts.ts';

describe('feature counts', () => {
  it('keep what a plain map keeps, through growth and collisions', () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      tally: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 3000, size: 'max' }), (steps) => {
        const counts = createFeatureCounts();
        const plain = new Map<number, number[]>();
        for (const { key, tally } of steps) {
          addToTally(counts, key, tally, 1);
          const tallies = plain.get(key) ?? [0, 0, 0, 0];
          tallies[tally] = (tallies[tally] as number) + 1;
          plain.set(key, tallies);
        }
        const rows = [...plain]
          .map(([key, tallies]) => [key, ...tallies])
          .sort((a, b) => (a[0] as number) - (b[0] as number));
        expect(countRows(counts)).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it('forget a key whose tallies are back at zero', () => {
    const counts = createFeatureCounts();
    addToTally(counts, 7, 0, 3);
    expect(supportAt(counts, findSlot(counts, 7), 'sensational')).toEqual({ yes: 3, no: 0 });
    addToTally(counts, 7, 0, -3);
    expect(findSlot(counts, 7)).toBe(-1);
    expect(countRows(counts)).toEqual([]);
  });

  it('finds many keys where it finds each, and adds to all of them what it adds to each', () => {
    const anyKeys = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { maxLength: 900, size: 'max' });
    fc.assert(
      fc.property(fc.array(anyKeys, { maxLength: 6 }), (examples) => {
        const together = createFeatureCounts();
        const alone = createFeatureCounts();
        for (const example of examples) {
          const keys = Float64Array.from(example, (key) => key * 2 ** 37);
          addToAll(together, keys, Int32Array.of(1, 0, 0, 2));
          for (const key of keys) {
            addToTally(alone, key, 0, 1);
            addToTally(alone, key, 3, 2);
          }
          const slots = slotsFor(together, keys).slice(0, keys.length);
          expect([...slots]).toEqual(Array.from(keys, (key) => slotFor(together, key)));
        }
        expect(countRows(together)).toEqual(countRows(alone));
      }),
    );
  });
});
