import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, anyLabel, learnAll } from '../../tests/helpers/headlines.ts';
import { compileModel } from './compiled-model.ts';
import { createModel, learn, type Model, modelState } from './model.ts';
import { pack } from './packed-arrays.ts';
import { MODEL_FILE, packCompiled, packModel, unpackCompiled, unpackModel } from './packed-model.ts';

function modelOf(labelled: Parameters<typeof learnAll>[1]): Model {
  const model = createModel('测试@1');
  learnAll(model, labelled);
  return model;
}

const small = modelOf([['恐龙宠物', { sensational: false, implausible: true }]]);

describe('packModel', () => {
  it('gives back the model, ready to learn on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHeadline, anyLabel)),
        anyHeadline,
        anyLabel,
        (labelled, raw, label) => {
          const model = modelOf(labelled);
          const unpacked = unpackModel(packModel(model, '读法 features@2'));
          if (!unpacked.ok) throw new Error(unpacked.fault);
          expect(unpacked.reading).toBe('读法 features@2');
          expect(unpacked.model.name).toBe(model.name);
          expect(unpacked.model.settings).toEqual(model.settings);
          expect(modelState(unpacked.model)).toEqual(modelState(model));
          learnAll(unpacked.model, [[raw, label]]);
          learnAll(model, [[raw, label]]);
          expect(modelState(unpacked.model)).toEqual(modelState(model));
        },
      ),
    );
  });

  it('leaves features out that no labelled headline has any more', () => {
    const model = createModel('test');
    learn(model, { keys: Float64Array.of(7), rules: [] }, { sensational: true, implausible: true }, 1);
    learn(model, { keys: Float64Array.of(7), rules: [] }, { sensational: true, implausible: true }, -1);
    const unpacked = unpackModel(packModel(model, ''));
    expect(unpacked.ok && unpacked.model.grams.used).toBe(0);
  });

  it('refuses a file of which one bit is wrong, or a piece is missing', () => {
    const bytes = packModel(small, 'features@2');
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x10;
      expect(unpackModel(damaged)).toMatchObject({ ok: false });
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(unpackModel(bytes.slice(0, length))).toMatchObject({ ok: false });
    }
  });

  it('tells another version and another kind from damage', () => {
    const next = pack({ ...MODEL_FILE, version: MODEL_FILE.version + 1 }, { data: {}, arrays: {} });
    expect(unpackModel(next)).toEqual({ ok: false, fault: 'other-version' });
    expect(unpackModel(packCompiled(compileModel(small), ''))).toEqual({ ok: false, fault: 'other-kind' });
    expect(unpackModel(new TextEncoder().encode('{"text":"headline"}     '))).toEqual({
      ok: false,
      fault: 'other-kind',
    });
    expect(unpackModel(packModel(small, '').with(40, 0))).toEqual({ ok: false, fault: 'damaged' });
  });
});

describe('packCompiled', () => {
  it('gives back the compiled model', () => {
    const compiled = compileModel(small);
    const unpacked = unpackCompiled(packCompiled(compiled, 'features@2'));
    if (!unpacked.ok) throw new Error(unpacked.fault);
    const { features, weights, ...plain } = unpacked.model;
    expect(plain).toEqual({
      name: compiled.name,
      costs: compiled.costs,
      axes: compiled.axes,
      ruleStrength: compiled.ruleStrength,
      rules: compiled.rules,
    });
    expect([...weights]).toEqual([...compiled.weights]);
    for (const name of ['singles', 'grams', 'keys', 'numbers'] as const)
      expect([...features[name]]).toEqual([...compiled.features[name]]);
  });
});
