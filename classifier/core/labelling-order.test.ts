import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  isInRandomStream,
  mayStop,
  orderForLabelling,
  STOP_WINDOW,
  usefulnessOf,
} from './labelling-order.ts';

const none = { sensational: 0, implausible: 0 };

function candidate(id: number, probability: number, more: Partial<Candidate> = {}): Candidate {
  const digest = (id * 5 + 1).toString(16).padStart(8, '0');
  return {
    id,
    digest,
    cluster: id,
    probability: { sensational: probability, implausible: 0.01 },
    rules: none,
    grams: none,
    ...more,
  };
}

describe('orderForLabelling', () => {
  it('asks first where the model is uncertain, and before that where rules and grams disagree', () => {
    const torn = { rules: { sensational: 3, implausible: 0 }, grams: { sensational: -3, implausible: 0 } };
    const candidates = [candidate(1, 0.99), candidate(2, 0.5), candidate(3, 0.5, torn), candidate(4, 0.8)];
    expect(orderForLabelling(candidates, 4)).toEqual([
      { id: 3, reason: 'disagreement' },
      { id: 2, reason: 'uncertain' },
      { id: 4, reason: 'uncertain' },
      { id: 1, reason: 'uncertain' },
    ]);
    expect(usefulnessOf(candidates[2] as Candidate)).toBeGreaterThan(
      usefulnessOf(candidates[1] as Candidate),
    );
  });

  it('shows one of each cluster before any second', () => {
    const candidates = [
      candidate(1, 0.5, { cluster: 9 }),
      candidate(2, 0.51, { cluster: 9 }),
      candidate(3, 0.9),
    ];
    expect(orderForLabelling(candidates, 3).map(({ id }) => id)).toEqual([1, 3, 2]);
  });

  it('fills every fifth place from the random stream and leaves nothing out', () => {
    const some = fc.array(
      fc.tuple(
        fc.nat().map((number) => number.toString(16).padStart(8, '0')),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(some, (raw) => {
        const candidates = raw.map(([digest, probability], id) => candidate(id, probability, { digest }));
        const proposals = orderForLabelling(candidates, candidates.length);
        const ordered = proposals.map(({ id }) => id);
        expect([...ordered].sort((a, b) => a - b)).toEqual(candidates.map(({ id }) => id));
        for (const { id, reason } of proposals) {
          expect(reason === 'random').toBe(isInRandomStream((candidates[id] as Candidate).digest));
        }
        const random = candidates.filter(({ digest }) => isInRandomStream(digest)).length;
        const others = candidates.length - random;
        ordered.forEach((id, place) => {
          const round = Math.floor(place / 5);
          if (place % 5 === 4 && random > round && others >= (round + 1) * 4) {
            expect(isInRandomStream((candidates[id] as Candidate).digest)).toBe(true);
          }
        });
      }),
    );
  });

  it('takes a fifth of all headlines into the random stream', () => {
    const digests = Array.from({ length: 5000 }, (_, at) =>
      (Math.imul(at, 2654435761) >>> 0).toString(16).padStart(8, '0'),
    );
    expect(digests.filter(isInRandomStream).length / 5000).toBeCloseTo(0.2, 1);
  });
});

describe('mayStop', () => {
  it('advises to stop only after a window of labels that moved nothing', () => {
    const still = Array.from({ length: STOP_WINDOW }, () => 0);
    expect(mayStop(still.slice(1))).toBe(false);
    expect(mayStop(still)).toBe(true);
    expect(mayStop([...still.slice(1), 0.02])).toBe(false);
    expect(mayStop([0.02, ...still])).toBe(true);
  });
});
