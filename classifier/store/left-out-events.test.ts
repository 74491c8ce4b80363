import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeftOut, type LeftOutEvents, leaveOutAlso } from './left-out-events.ts';

describe('leaveOutAlso', () => {
  it('leaves out what was left out before and what is added, and nothing else', () => {
    const anySteps = fc.array(fc.record({ back: fc.nat(8), on: fc.nat(5) }), { maxLength: 6 });
    fc.assert(
      fc.property(anySteps, (steps) => {
        let leftOut: LeftOutEvents = [];
        let end = 10;
        const wanted = new Set<number>();
        for (const { back, on } of steps) {
          end += on;
          const after = Math.max(0, end - back);
          leftOut = leaveOutAlso(leftOut, { after, upTo: end });
          for (let event = after + 1; event <= end; event += 1) wanted.add(event);
        }
        for (let event = 0; event <= end + 1; event += 1) {
          expect(isLeftOut(leftOut, event)).toBe(wanted.has(event));
        }
        const ends = leftOut.flatMap(({ after, upTo }) => [after, upTo]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });
});
