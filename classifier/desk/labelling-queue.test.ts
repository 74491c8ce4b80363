import { describe, expect, it } from 'vitest';
import { STOP_WINDOW } from '#classifier/core/labelling-order.ts';
import { createModel, learn, modelState } from '#classifier/core/model.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import { exampleFor } from '#classifier/store/workspace.ts';
import { testReader } from '../../tests/helpers/headlines.ts';
import { candidatesOf, labelsChangeLittle } from './labelling-queue.ts';

const reader = testReader();

function deskOf(texts: readonly string[]): { model: ReturnType<typeof createModel>; labels: LabelEvent[] } {
  const model = createModel('test');
  const labels = texts.map(
    (text, at): LabelEvent => ({
      id: at + 1,
      requestId: null,
      undoes: null,
      digest: String(at),
      text,
      label: { sensational: text.includes('没想到'), implausible: false },
      origin: 'desk',
      annotator: 'test',
      labelledAt: '2026-01-01T00:00:00.000Z',
      note: null,
      extra: null,
      shown: null,
      batch: null,
      sawOther: false,
      isRuling: false,
    }),
  );
  for (const { text, label: answer } of labels) learn(model, exampleFor(reader, text), answer, 5);
  return { model, labels };
}

describe('labelsChangeLittle', () => {
  const settled = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? '市政府发布新规' : '结局谁也没想到'));
  const unrelated = Array.from({ length: STOP_WINDOW }, (_, at) =>
    at % 2 === 0 ? '甲乙丙丁' : '没想到戊己',
  );

  it('says so when the latest labels moved no headline of the list, and leaves the model as it was', () => {
    const { model, labels } = deskOf([...settled, ...unrelated]);
    const before = modelState(model);
    expect(labelsChangeLittle(model, reader, ['市政府发布新规'], labels)).toBe(true);
    expect(modelState(model)).toEqual(before);
  });

  it('does not say so of labels that moved something, nor of too few', () => {
    const telling = Array.from({ length: STOP_WINDOW }, (_, at) =>
      at % 2 === 0 ? '公布菜价' : '谁也没想到',
    );
    const { model, labels } = deskOf(telling);
    expect(labelsChangeLittle(model, reader, ['谁也没想到', '公布菜价'], labels)).toBe(false);
    expect(labelsChangeLittle(model, reader, ['市政府发布新规'], labels.slice(1))).toBe(false);
  });
});

it('takes headlines for near-copies whatever blanks and tags a house set', () => {
  const texts = ['大桥通车', '【直播】大桥通车_某某晚报客户端', '市政府发布新规'];
  const [first, second, other] = candidatesOf(createModel('test'), reader, texts);
  expect(second?.cluster).toBe(first?.cluster);
  expect(other?.cluster).not.toBe(first?.cluster);
});
