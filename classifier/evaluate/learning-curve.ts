import { type Axis, byAxis } from '#classifier/core/axis.ts';
import { createModel, learn, type Model, type ModelSettings } from '#classifier/core/model.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { judgeExample, type Lesson } from './left-out.ts';
import { confusionOf, macroF1Of, type Prediction, rocAucOf } from './metrics.ts';
import { shuffled } from './random.ts';

/** A figure over several draws: its mean, and the lowest and highest draw. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How well a model does that has learned so many labels; null where the tested part had one answer only. */
export interface CurvePoint {
  readonly labels: number;
  readonly rocAuc: Spread | null;
  readonly macroF1: Spread | null;
}

export type LearningCurve = Readonly<Record<Axis, readonly CurvePoint[]>>;

const DRAWS = 6;
const TESTED_SHARE = 0.25;
/** Shares of the training part after which the tested part is judged. */
const STEPS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1] as const;
const FEWEST_LABELS = 20;

/**
 * The learning curve: six times the groups of near-copies are shuffled, a quarter is set aside, and a model learns the
 * rest label by label and judges that quarter at each step. Empty below twenty labels. Yields the share that is done.
 */
export function* learningCurve(
  groups: readonly (readonly Lesson[])[],
  settings: ModelSettings,
  rules: ReadonlyMap<string, Rule>,
): Generator<number, LearningCurve> {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  if (total < FEWEST_LABELS) return byAxis(() => []);
  const sizes = STEPS.map((step) =>
    Math.max(2, Math.round(step * (total - Math.ceil(total * TESTED_SHARE)))),
  );
  const draws: Predicted[][] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const { tested, training } = setAside(shuffled(groups, draw + 1), Math.ceil(total * TESTED_SHARE));
    const model = createModel('curve', settings);
    const steps: Predicted[] = [];
    let learned = 0;
    for (const [step, size] of sizes.entries()) {
      for (const { example, label, weight } of training.slice(learned, size)) {
        learn(model, example, label, weight);
      }
      learned = size;
      steps.push(predict(model, tested, rules));
      yield (draw + (step + 1) / sizes.length) / DRAWS;
    }
    draws.push(steps);
  }
  return byAxis((axis) =>
    sizes.map((labels, step) =>
      pointOf(
        labels,
        draws.map((steps) => (steps[step] as Predicted)[axis]),
      ),
    ),
  );
}

type Predicted = Readonly<Record<Axis, readonly Prediction[]>>;

/** Whole groups are set aside until there are so many lessons. */
function setAside(
  groups: readonly (readonly Lesson[])[],
  wanted: number,
): { tested: readonly Lesson[]; training: readonly Lesson[] } {
  const tested: Lesson[] = [];
  const training: Lesson[] = [];
  for (const group of groups) (tested.length < wanted ? tested : training).push(...group);
  return { tested, training };
}

function predict(model: Model, tested: readonly Lesson[], rules: ReadonlyMap<string, Rule>): Predicted {
  const judged = tested.map(({ example, label }) => ({ label, ...judgeExample(model, example, rules) }));
  return byAxis((axis) =>
    judged.map(({ probability, label }) => ({ probability: probability[axis], answer: label[axis] })),
  );
}

function pointOf(labels: number, draws: readonly (readonly Prediction[])[]): CurvePoint {
  const whole = draws.filter(
    (predictions) => predictions.some(({ answer }) => answer) && predictions.some(({ answer }) => !answer),
  );
  return {
    labels,
    rocAuc: spreadOf(whole.map(rocAucOf)),
    macroF1: spreadOf(whole.map((predictions) => macroF1Of(confusionOf(predictions)))),
  };
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, low: Math.min(...values), high: Math.max(...values) };
}
