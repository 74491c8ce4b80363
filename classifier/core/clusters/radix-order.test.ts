import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ordered, orderingRoom } from './radix-order.ts';

it('sorts any 32-bit keys, equal ones by their places, whatever was sorted in the room before', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 1, 0x800, 0x400000));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 60 }), (pairs) => {
      const room = orderingRoom(pairs.length);
      for (const side of [0, 1] as const) {
        const keys = Uint32Array.from(pairs, (pair) => pair[side]);
        const places = [...keys.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
        const found = ordered(keys, room);
        expect([...found.places]).toEqual(places);
        expect([...found.keys]).toEqual(places.map((place) => keys[place]));
      }
    }),
  );
});
