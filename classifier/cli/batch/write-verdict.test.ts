import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANDS } from '#classifier/core/bands.ts';
import { type Verdicts, verdictAt } from '#classifier/desk/judged.ts';
import { createByteWriter } from './byte-writer.ts';
import { writeVerdict } from './write-verdict.ts';

const share = fc.integer({ min: 1, max: 9999 });

it('writes what JSON.stringify prints', () => {
  const out = createByteWriter();
  const verdict = fc.record({
    sensational: share,
    implausible: share,
    score: share,
    band: fc.nat({ max: BANDS.length - 1 }),
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
      ({ sensational, implausible, score, band, reasons }, little, model, cluster) => {
        const verdicts: Verdicts = {
          size: 1,
          model,
          sensational: Uint16Array.of(sensational),
          implausible: Uint16Array.of(implausible),
          scores: Uint16Array.of(score),
          bands: Uint8Array.of(band),
          insufficient: Uint8Array.of(Number(little)),
          reasons: [reasons],
        };
        const whole = { ...verdictAt(verdicts, 0), ...(cluster === null ? {} : { cluster }) };
        const named = Buffer.from(JSON.stringify(model));
        writeVerdict(out, verdicts, 0, named, cluster === null ? undefined : JSON.stringify(cluster));
        expect(Buffer.from(out.take()).toString()).toBe(JSON.stringify(whole));
      },
    ),
  );
});

it('writes every share as JSON prints it', () => {
  const out = createByteWriter();
  for (let part = 1; part < 10_000; part += 1) {
    out.share(part);
    expect(Buffer.from(out.take()).toString()).toBe(JSON.stringify(part / 10_000));
  }
});
