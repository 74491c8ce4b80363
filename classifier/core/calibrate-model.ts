import { type Axis, byAxis } from './axis.ts';
import { type Calibration, fitCalibration } from './calibration.ts';
import { type Learned, leaveOneOut } from './leave-one-out.ts';
import type { Model, ModelSettings } from './model.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Rule } from './rule.ts';

/**
 * Fits each axis to exact leave-one-out judgements of what the model has learned, and says how good the model
 * is under it. The model is as before when this returns.
 */
export function calibrateModel(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
): { settings: ModelSettings; quality: Quality } {
  const fitAxis = (axis: Axis): { calibration: Calibration; quality: Quality[Axis] } => {
    const judgements = leaveOneOut(model, learned, rules, axis);
    const calibration = fitCalibration(judgements, model.settings.baseRate[axis]);
    return { calibration, quality: qualityOf(judgements, calibration) };
  };
  const fitted = byAxis(fitAxis);
  return {
    settings: { ...model.settings, calibration: byAxis((axis) => fitted[axis].calibration) },
    quality: byAxis((axis) => fitted[axis].quality),
  };
}
