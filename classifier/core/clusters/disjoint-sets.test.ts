import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusterMembers } from './cluster-members.ts';
import { disjointSets, join, rootOf, settle } from './disjoint-sets.ts';

const COUNT = 12;
const JOINS = fc.array(fc.tuple(fc.nat({ max: COUNT - 1 }), fc.nat({ max: COUNT - 1 })), { maxLength: 20 });

function settled(joins: readonly (readonly [number, number])[]): Int32Array {
  const sets = disjointSets(COUNT);
  for (const [a, b] of joins) join(sets, a, b);
  settle(sets);
  return sets;
}

it('names every set by its smallest member, as relabelling one number after the other does', () => {
  fc.assert(
    fc.property(JOINS, (joins) => {
      let names = Array.from({ length: COUNT }, (_, at) => at);
      for (const [a, b] of joins) {
        const [one, other] = [names[a] as number, names[b] as number];
        names = names.map((name) => (name === one || name === other ? Math.min(one, other) : name));
      }
      const sets = settled(joins);
      expect([...sets]).toEqual(names);
      expect(names.map((_, at) => rootOf(sets, at))).toEqual(names);
    }),
  );
});

it('lists the members of each set in order, and nobody for those that name none', () => {
  fc.assert(
    fc.property(JOINS, (joins) => {
      const sets = settled(joins);
      const members = clusterMembers(sets);
      for (let first = 0; first < COUNT; first += 1) {
        const expected = [...sets.keys()].filter((at) => sets[at] === first);
        expect([...members.of(first)]).toEqual(expected);
        expect(members.sizes[first]).toBe(expected.length);
      }
    }),
  );
});
