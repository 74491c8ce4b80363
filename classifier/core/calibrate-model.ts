import { type Axis, byAxis } from './axis.ts';
import { type Calibration, fitCalibration } from './calibration.ts';
import { type Learned, leaveOneOut } from './leave-one-out.ts';
import type { Model, ModelSettings } from './model.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Rule } from './rule.ts';

/** Two numbers an axis are fitted: more judgements than this move them less than one more label would. */
export const MOST_JUDGED = 20_000;

/**
 * Fits each axis to exact leave-one-out judgements of what the model has learned, and says how good the model is under
 * it. Of more than {@link MOST_JUDGED} headlines as many are judged, evenly spaced, so that the time has a limit.
 */
export function calibrateModel(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
): { settings: ModelSettings; quality: Quality } {
  const judged = leaveOneOut(model, evenly(learned, MOST_JUDGED), rules);
  const fitAxis = (axis: Axis): { calibration: Calibration; quality: Quality[Axis] } => {
    const judgements = judged[axis];
    const calibration = fitCalibration(judgements, model.settings.baseRate[axis]);
    const labels = learned.reduce((sum, { label }) => sum + Number(label[axis] !== null), 0);
    return { calibration, quality: { ...qualityOf(judgements, calibration), labels } };
  };
  const fitted = byAxis(fitAxis);
  return {
    settings: { ...model.settings, calibration: byAxis((axis) => fitted[axis].calibration) },
    quality: byAxis((axis) => fitted[axis].quality),
  };
}

/** At most so many of a list, evenly spaced. */
export function evenly<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : evenPlaces(list.length, most).map((at) => list[at] as T);
}

/** The places of {@link evenly} in a list of a length, ascending. */
export function evenPlaces(length: number, most: number): number[] {
  const taken = Math.min(length, most);
  return Array.from({ length: taken }, (_, at) => Math.floor((at * length) / taken));
}
