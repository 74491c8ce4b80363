import { type Axis, byAxis } from '#classifier/core/axis.ts';
import { bandOf, cutsOf } from '#classifier/core/bands.ts';
import {
  type Candidate,
  mayStop,
  orderForLabelling,
  type ProposalReason,
  STOP_WINDOW,
} from '#classifier/core/labelling-order.ts';
import { classSizes, learn, type Model, unlearn } from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { baseLogOdds, hitLogOdds, score } from '#classifier/core/score.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import { exampleFor, LABEL_WEIGHT } from '#classifier/store/workspace.ts';

/** A headline that a label is asked for, and why. */
export interface QueuedHeadline {
  /** Place among the headlines given, from 0. */
  readonly at: number;
  readonly reason: ProposalReason;
  readonly probability: Readonly<Record<Axis, number>>;
}

/** The headlines whose labels would teach most, in the order in which to label them; labelled ones are left out. */
export function labellingQueue(
  model: Model,
  reader: Reader,
  texts: readonly string[],
  labelled: ReadonlySet<string>,
  limit: number,
): QueuedHeadline[] {
  const candidates = candidatesOf(model, reader, texts).filter(({ digest }) => !labelled.has(digest));
  const byPlace = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return orderForLabelling(candidates, limit).map(({ id, reason }) => ({
    at: id,
    reason,
    probability: (byPlace.get(id) as Candidate).probability,
  }));
}

/** Headlines as the order of labelling sees them; the id is the place, and of equal headlines the first alone stands. */
export function candidatesOf(model: Model, reader: Reader, texts: readonly string[]): Candidate[] {
  const clusters = nearCopyGroups(texts);
  const met = new Set<string>();
  return texts.flatMap((text, id) => {
    const digest = headlineDigest(text);
    if (met.has(digest)) return [];
    met.add(digest);
    return [{ id, digest, cluster: clusters[id] as number, ...opinionOn(model, reader, text) }];
  });
}

function opinionOn(
  model: Model,
  reader: Reader,
  text: string,
): Pick<Candidate, 'probability' | 'rules' | 'grams'> {
  const reading = read(reader, text);
  const { axes } = score(model, reading);
  const rules = byAxis((axis) => {
    const sizes = classSizes(model, axis);
    return reading.hits
      .filter((hit) => hit.rule.axis === axis)
      .reduce((sum, hit) => sum + hitLogOdds(model, hit, sizes), 0);
  });
  return {
    probability: byAxis((axis) => axes[axis].probability),
    rules,
    grams: byAxis((axis) => axes[axis].logOdds - rules[axis] - baseLogOdds(model, axis)),
  };
}

/** Headlines on which it is looked whether labels still change anything: enough for the two in a thousand of the advice. */
const STOP_SAMPLE = 1000;

/**
 * Whether the latest labels of the desk, the newest last, moved hardly a headline into another band (see {@link mayStop}); false while
 * there are fewer than {@link STOP_WINDOW}. Unlearns them one after another and looks; the model is as before afterwards.
 */
export function labelsChangeLittle(
  model: Model,
  reader: Reader,
  texts: readonly string[],
  deskLabels: readonly LabelEvent[],
): boolean {
  const latest = deskLabels.slice(-STOP_WINDOW);
  if (latest.length < STOP_WINDOW || texts.length === 0) return false;
  const sample = texts.filter((_, at) => at % Math.ceil(texts.length / STOP_SAMPLE) === 0);
  const cuts = cutsOf(model.settings.costs);
  const bands = () => sample.map((text) => bandOf(score(model, read(reader, text)).score, cuts));
  const learned = latest.map((event) => ({
    example: exampleFor(reader, event.text),
    label: event.label,
    weight: LABEL_WEIGHT[event.origin],
  }));
  const moved: number[] = [];
  let after = bands();
  for (const { example, label, weight } of learned.toReversed()) {
    unlearn(model, example, label, weight);
    const before = bands();
    moved.unshift(after.filter((band, at) => band !== before[at]).length / sample.length);
    after = before;
  }
  for (const { example, label, weight } of learned) learn(model, example, label, weight);
  return mayStop(moved);
}
