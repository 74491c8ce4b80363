import { type Axis, byAxis } from './axis.ts';
import { fitScale } from './calibration.ts';
import { type Learned, leaveOneOut } from './leave-one-out.ts';
import type { Model, ModelSettings } from './model.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Rule } from './rule.ts';

/**
 * Fits each axis's scale to exact leave-one-out judgements of what the model has learned, and says how good the model
 * is under it. The model is as before when this returns.
 */
export function calibrateModel(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
): { settings: ModelSettings; quality: Quality } {
  const fitAxis = (axis: Axis): { scale: number; quality: Quality[Axis] } => {
    const judgements = leaveOneOut(model, learned, rules, axis);
    const scale = fitScale(judgements, model.settings.baseRate[axis]);
    return { scale, quality: qualityOf(judgements, scale) };
  };
  const fitted = byAxis(fitAxis);
  return {
    settings: { ...model.settings, scale: byAxis((axis) => fitted[axis].scale) },
    quality: byAxis((axis) => fitted[axis].quality),
  };
}
