import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANDS } from '#classifier/core/bands.ts';
import { createByteWriter } from './byte-writer.ts';
import { writeVerdict } from './write-verdict.ts';

const share = fc.integer({ min: 1, max: 9999 }).map((part) => part / 10_000);

it('writes what JSON.stringify prints', () => {
  const out = createByteWriter();
  const verdict = fc.record({
    sensational: share,
    implausible: share,
    score: fc.oneof(share, fc.constantFrom(0, 1, Number.NaN), fc.double()),
    band: fc.constantFrom(...BANDS),
    reasons: fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 })),
      { maxLength: 3 },
    ),
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
        const named = Buffer.from(JSON.stringify(model));
        writeVerdict(out, whole, named, cluster === null ? undefined : JSON.stringify(cluster));
        expect(Buffer.from(out.take()).toString()).toBe(JSON.stringify(whole));
      },
    ),
  );
});

it('writes every share as JSON prints it', () => {
  const out = createByteWriter();
  for (let part = 0; part <= 10_000; part += 1) {
    out.number(part / 10_000);
    expect(Buffer.from(out.take()).toString()).toBe(JSON.stringify(part / 10_000));
  }
});
