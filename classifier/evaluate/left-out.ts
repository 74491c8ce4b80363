import { AXES, type Axis, byAxis, type Label } from '#classifier/core/axis.ts';
import { judge, type Learned } from '#classifier/core/leave-one-out.ts';
import { classSizes, type Example, learn, type Model, unlearn } from '#classifier/core/model.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { probabilityOf } from '#classifier/core/score.ts';

/** A headline that a model has learned, with an answer on both axes. */
export interface Lesson extends Learned {
  readonly label: Label;
}

/** What a model that saw neither the headline nor its near-copies says of it. */
export interface Judgement<L extends Lesson = Lesson> {
  readonly lesson: L;
  readonly probability: Readonly<Record<Axis, number>>;
  /** The triage score: the chance that at least one axis holds. */
  readonly score: number;
}

/** What a model says of an example that it has not learned, under its calibration. */
export function judgeExample(
  model: Model,
  example: Example,
  rules: ReadonlyMap<string, Rule>,
): Omit<Judgement, 'lesson'> {
  const probability = byAxis((axis) => {
    const { fixed, grams } = judge(model, example, rules, axis);
    const { scale, shift } = model.settings.calibration[axis];
    const { yes, no } = classSizes(model, axis);
    return probabilityOf(fixed + shift + scale * grams, yes + no);
  });
  return { probability, score: 1 - AXES.reduce((left, axis) => left * (1 - probability[axis]), 1) };
}

/**
 * Exact leave-one-out by groups: each group of near-copies is unlearned, judged by all others and learned again. The
 * model is as before at every yield, which tells the share that is done.
 */
export function* judgeLeftOut<L extends Lesson>(
  model: Model,
  groups: readonly (readonly L[])[],
  rules: ReadonlyMap<string, Rule>,
): Generator<number, Judgement<L>[]> {
  const judgements: Judgement<L>[] = [];
  for (const [at, group] of groups.entries()) {
    for (const { example, label, weight } of group) unlearn(model, example, label, weight);
    for (const lesson of group) judgements.push({ lesson, ...judgeExample(model, lesson.example, rules) });
    for (const { example, label, weight } of group) learn(model, example, label, weight);
    yield (at + 1) / groups.length;
  }
  return judgements;
}
