import type { Axis, PartialLabel } from '#classifier/core/axis.ts';
import { evenPlaces, MOST_JUDGED } from '#classifier/core/calibrate-model.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';

/** Examples to learn, and how much one of them counts. */
export interface TrainingSet {
  readonly examples: readonly LabelledHeadline[];
  readonly weight: number;
}

/** The headlines of some training sets that have an answer, one after another, in few pieces: a thread is given a copy. */
export interface Course {
  /** All texts as one. */
  readonly text: string;
  /** Where each text ends in it. */
  readonly ends: Int32Array;
  /** Places in {@link LABELS}. */
  readonly labels: Uint8Array;
  readonly weights: Int32Array;
  /** Where the last set begins, which stands for the desk. */
  readonly desk: number;
  /** Those that calibration judges, ascending: all of the last set, or many of them, evenly spaced. */
  readonly judged: Int32Array;
}

const ANSWERS = [null, false, true] as const;
const LABELS: readonly PartialLabel[] = ANSWERS.flatMap((sensational) =>
  ANSWERS.map((implausible) => ({ sensational, implausible })),
);

/** The course of some training sets. */
export function courseOf(sets: readonly TrainingSet[]): Course {
  const answered = sets.map(({ examples, weight }) => ({ examples: examples.filter(isAnswered), weight }));
  const size = answered.reduce((sum, { examples }) => sum + examples.length, 0);
  const last = answered.at(-1)?.examples.length ?? 0;
  const desk = size - last;
  const texts: string[] = [];
  const ends = new Int32Array(size);
  const labels = new Uint8Array(size);
  const weights = new Int32Array(size);
  let end = 0;
  for (const { examples, weight } of answered) {
    for (const { text, label } of examples) {
      const at = texts.push(text) - 1;
      end += text.length;
      ends[at] = end;
      labels[at] = placeOf(label);
      weights[at] = weight;
    }
  }
  const judged = Int32Array.from(evenPlaces(last, MOST_JUDGED), (at) => desk + at);
  return { text: texts.join(''), ends, labels, weights, desk, judged };
}

/** How many headlines there are to learn. */
export function sizeOf({ ends }: Course): number {
  return ends.length;
}

export function textAt({ text, ends }: Course, at: number): string {
  return text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
}

export function labelAt({ labels }: Course, at: number): PartialLabel {
  return LABELS[labels[at] as number] as PartialLabel;
}

/** The share of yes among the answers of the desk on an axis, with one of each added: never 0 or 1. */
export function deskShare({ labels, desk }: Course, axis: Axis): number {
  const sizes = { yes: 1, no: 1 };
  for (const label of labels.subarray(desk)) {
    const answer = LABELS[label]?.[axis] ?? null;
    if (answer !== null) sizes[answer ? 'yes' : 'no'] += 1;
  }
  return sizes.yes / (sizes.yes + sizes.no);
}

function isAnswered({ label }: LabelledHeadline): boolean {
  return label.sensational !== null || label.implausible !== null;
}

function placeOf({ sensational, implausible }: PartialLabel): number {
  return ANSWERS.length * ANSWERS.indexOf(sensational) + ANSWERS.indexOf(implausible);
}
