import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '#classifier/core/compiled-model.ts';
import { createModel, DEFAULT_SETTINGS } from '#classifier/core/model.ts';
import { anyHeadline, anyLabel, learnAll, testReader } from '../../tests/helpers/headlines.ts';
import { createGroupJudge, createJudge, type GroupJudge, judge, verdictAt, verdictOf } from './judged.ts';

/** As strings, and as UTF-8 within other bytes where that can say them. */
function waysToAdd(group: GroupJudge): readonly { readonly add: (text: string) => void }[] {
  const addBytes = (text: string): void => {
    const bytes = Buffer.from(`"甲${text}乙"`);
    if (text.isWellFormed()) group.addBytes(bytes, 4, bytes.length - 4);
    else group.addText(text);
  };
  return [{ add: group.addText }, { add: addBytes }];
}

describe('createGroupJudge', () => {
  it('gives the verdicts that the evidence gives, whatever the bands and costs', () => {
    const anyCosts = fc.record({
      miss: fc.constantFrom(1, 4, 100),
      falseAlarm: fc.constantFrom(1, 4, 100),
      look: fc.constantFrom(0.01, 1),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHeadline, anyLabel)),
        fc.array(anyHeadline, { minLength: 1, maxLength: 4 }),
        anyCosts,
        fc.boolean(),
        (labelled, texts, costs, explainPass) => {
          const model = createModel('test', { ...DEFAULT_SETTINGS, costs });
          learnAll(model, labelled, 5);
          const expected = texts.map((text) =>
            verdictOf(judge(model, testReader(), { text }, explainPass), model),
          );
          const compiled = compileModel(model);
          const group = createGroupJudge(compiled, testReader(), explainPass);
          for (const { add } of waysToAdd(group)) {
            group.clear();
            texts.forEach(add);
            const verdicts = group.judge();
            expect(texts.map((_, at) => verdictAt(verdicts, at))).toEqual(expected);
            expect(texts.map((_, at) => group.raw(at))).toEqual(texts);
          }
          expect(texts.map(createJudge(compiled, testReader(), explainPass))).toEqual(expected);
        },
      ),
    );
  });

  it('cuts words only where reasons are owed', () => {
    const model = compileModel(createModel('test'));
    const reader = { ...testReader(), cutWords: () => expect.unreachable('a pass was cut') };
    expect(createJudge(model, reader, false)('市政府发布').band).toBe('pass');
    expect(() => createJudge(model, reader, true)('市政府发布')).toThrow('a pass was cut');
  });
});
