import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalise } from '#classifier/core/normalise.ts';
import { anyHeadline, testReader } from '../../tests/helpers/headlines.ts';
import { giveLabel, testWorkspace } from '../../tests/helpers/workspace.ts';
import type { ListColumns } from './list/list-columns.ts';
import { scoreColumns } from './list/packed-scores.ts';
import { packTexts, unpackTexts } from './list/packed-texts.ts';
import { findRuleHits } from './list/rule-hits.ts';
import { rescore } from './rescore.ts';

function taken<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

it('gives the same scores to the last bit whether headlines are read again or not', () => {
  const reader = testReader();
  const workspace = testWorkspace();
  for (const text of ['恐龙宠物开售', '村民震惊', '市政府发布新规']) giveLabel(workspace, text);
  const headline = fc
    .tuple(anyHeadline, fc.constantFrom('', '\u200b'))
    .map(([text, sign]) => text + sign + text);
  fc.assert(
    fc.property(fc.array(headline, { maxLength: 200 }), (raw) => {
      const block = unpackTexts(
        packTexts(
          raw.map((one) => normalise(one)).map(({ text, hidden }) => ({ text, hidden: hidden.length > 0 })),
        ),
      );
      const columns = { size: raw.length, texts: () => [block], hits: null } as unknown as ListColumns;
      const hits = taken(findRuleHits([block], raw.length, reader));
      const anew = taken(rescore(columns, workspace.model, reader));
      const known = taken(rescore({ ...columns, hits }, workspace.model, reader));
      expect(new Uint8Array(known.score.buffer)).toEqual(new Uint8Array(anew.score.buffer));
      if (raw.length > 0) expect(known.score).not.toEqual(scoreColumns(raw.length).score);
    }),
  );
});
