import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANDS } from '#classifier/core/bands.ts';
import { verdictJson } from './verdict-json.ts';

const share = fc.integer({ min: 1, max: 9999 }).map((part) => part / 10_000);

it('prints what JSON.stringify prints', () => {
  const verdict = fc.record({
    sensational: share,
    implausible: share,
    score: fc.oneof(share, fc.constantFrom(0, 1, Number.NaN)),
    band: fc.constantFrom(...BANDS),
    reasons: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      verdict,
      fc.boolean(),
      fc.string(),
      fc.option(fc.jsonValue()),
      (given, little, model, cluster) => {
        const whole = {
          ...given,
          model,
          ...(little ? { insufficient: true as const } : {}),
          ...(cluster === null ? {} : { cluster }),
        };
        const named = JSON.stringify(model);
        expect(verdictJson(whole, named, cluster === null ? undefined : JSON.stringify(cluster))).toBe(
          JSON.stringify(whole),
        );
      },
    ),
  );
});
