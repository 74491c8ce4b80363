import { describe, expect, it } from 'vitest';
import { modelLabel } from './model-label.ts';

const scores = {
  sensational: 0.5,
  implausible: 0.49,
  score: 0.7,
  band: 'check',
  insufficient: false,
} as const;

describe('modelLabel', () => {
  it('goes by each axis from one half on', () => {
    expect(modelLabel(scores)).toEqual({ sensational: true, implausible: false });
    expect(modelLabel({ ...scores, sensational: 0.1, implausible: 0.9 })).toEqual({
      sensational: false,
      implausible: true,
    });
  });

  it('says nothing where the model knows too little', () => {
    expect(modelLabel({ ...scores, insufficient: true })).toBeNull();
  });
});
