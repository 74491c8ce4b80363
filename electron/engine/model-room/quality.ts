import { AXES, type Axis } from '#classifier/core/axis.ts';
import { isInRandomStream } from '#classifier/core/labelling-order.ts';
import { axisFigures } from '#classifier/evaluate/axis-figures.ts';
import { precisionRecallOf } from '#classifier/evaluate/curves.ts';
import { type Judgement, judgeLeftOut } from '#classifier/evaluate/left-out.ts';
import { confusionOf, type Prediction } from '#classifier/evaluate/metrics.ts';
import { reliabilityOf } from '#classifier/evaluate/reliability.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { AnswersView, AxisQualityView, QualityView } from '#contract/model-views.ts';
import type { Steps } from './jobs.ts';
import { readLessons, type Taught } from './lessons.ts';
import { part } from './steps.ts';

type Judged = Judgement<Taught>;

/** The quality of a model, and the judgements that it rests on. */
export interface Quality {
  readonly view: QualityView;
  readonly judgements: readonly Judged[];
}

/** Fewer labels than these in the random stream say too little; of each answer there must be so many. */
const RANDOM_NEEDS = { labels: 40, each: 8 };
/** Points of a precision-recall curve that the eye can tell apart. */
export const CURVE_POINTS = 120;

/** Judges all that the model has learned by exact leave-one-out of near-copies, and draws up the figures. */
export function* qualitySteps(workspace: Workspace): Steps<Quality> {
  const { model, all, groups } = yield* part(readLessons(workspace), 0, 0.15);
  const judgements = yield* part(judgeLeftOut(model, groups, workspace.rulesById), 0.15, 0.4);
  const axes = {} as Record<Axis, AxisQualityView>;
  for (const [at, axis] of AXES.entries()) {
    const start = 0.4 + at * 0.3;
    axes[axis] = yield* part(
      axisQuality(judgements, axis, model.settings.baseRate[axis]),
      start,
      start + 0.3,
    );
  }
  const copies = groups.reduce((sum, group) => sum + (group.length > 1 ? group.length : 0), 0);
  return { view: { labels: all.length, copies, randomNeeds: RANDOM_NEEDS, axes }, judgements };
}

function* axisQuality(judgements: readonly Judged[], axis: Axis, baseRate: number): Steps<AxisQualityView> {
  const desk = judgements.filter(({ lesson }) => lesson.origin !== 'starter');
  const random = desk.filter(({ lesson }) => isInRandomStream(lesson.digest));
  const predictions = predictionsOf(judgements, axis);
  const randomHas = answersOf(random, axis);
  const enough =
    random.length >= RANDOM_NEEDS.labels && Math.min(randomHas.yes, randomHas.no) >= RANDOM_NEEDS.each;
  return {
    all: yield* part(axisFigures(predictions, baseRate), 0, 0.7),
    random: enough ? yield* part(axisFigures(predictionsOf(random, axis), null), 0.7, 1) : null,
    randomHas,
    reliability: reliabilityOf(predictions, baseRate),
    confusion: confusionOf(predictions),
    precisionRecall: precisionRecallOf(predictions, baseRate, CURVE_POINTS),
    shipped: answersOf(
      judgements.filter(({ lesson }) => lesson.origin === 'starter'),
      axis,
    ),
    desk: answersOf(desk, axis),
    baseRate,
  };
}

function predictionsOf(judgements: readonly Judged[], axis: Axis): Prediction[] {
  return judgements.map(({ lesson, probability }) => ({
    probability: probability[axis],
    answer: lesson.label[axis],
  }));
}

function answersOf(judgements: readonly Judged[], axis: Axis): AnswersView {
  const yes = judgements.filter(({ lesson }) => lesson.label[axis]).length;
  return { yes, no: judgements.length - yes };
}
