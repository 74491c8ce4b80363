import { fillGrams } from '#classifier/core/grams.ts';
import { type Counts, createCounts, type Example, learn, learnCounts } from '#classifier/core/model.ts';
import { createReadGroup } from '#classifier/core/read-group.ts';
import { passingExample, type Reader } from '#classifier/core/reading.ts';
import { stringOf } from '#classifier/core/unit-text.ts';
import { type Course, labelAt, sizeOf, textAt } from './course.ts';

/** What some headlines of a course teach. */
export interface Lesson {
  readonly counts: Counts;
  /** Those of them that calibration judges. */
  readonly judged: readonly JudgedHeadline[];
}

/** A headline that is judged as if it had not been learned. */
export interface JudgedHeadline {
  /** Its place in the course. */
  readonly at: number;
  /** As it was condensed. */
  readonly text: string;
  readonly example: Example;
}

/** Headlines that are read before the first of them is learned. */
const AT_ONCE = 2048;

/** How many turns it takes to learn a course. */
export function turnsOf(course: Course): number {
  return Math.ceil(sizeOf(course) / AT_ONCE);
}

/** Learns a course turn by turn; `next` gives turns from 0 on, and ends the lesson with one that the course has not. */
export function learnInTurns(course: Course, reader: Reader, next: () => number): Lesson {
  const counts = createCounts();
  const judged: JudgedHeadline[] = [];
  const isJudged = new Set(course.judged);
  const turns = turnsOf(course);
  const group = createReadGroup(reader);
  for (let turn = next(); turn < turns; turn = next()) {
    const from = turn * AT_ONCE;
    group.clear();
    for (let at = from; at < Math.min(from + AT_ONCE, sizeOf(course)); at += 1)
      group.addText(textAt(course, at));
    group.read();
    for (let at = 0; at < group.size; at += 1) {
      const text = group.text(at);
      fillGrams(text, reader.stemLatin, reader.buffer);
      const example = passingExample({
        grams: reader.buffer,
        classes: group.keys(at),
        hits: group.hits(at),
      });
      learn(counts, example, labelAt(course, from + at), course.weights[from + at] as number);
      if (!isJudged.has(from + at)) continue;
      const kept = { ...example, keys: example.keys.slice() };
      judged.push({ at: from + at, text: stringOf(text), example: kept });
    }
  }
  return { counts, judged };
}

/** What two lessons of one course teach together; the counts of the first grow. */
export function together(one: Lesson, other: Lesson): Lesson {
  learnCounts(one.counts, other.counts);
  return { counts: one.counts, judged: [...one.judged, ...other.judged].sort((a, b) => a.at - b.at) };
}

/** A lesson in few pieces, to be handed from one thread to another. */
export interface PackedLesson {
  readonly counts: Counts;
  readonly places: Int32Array;
  readonly texts: readonly string[];
  readonly rules: readonly (readonly string[])[];
  /** The keys of all, one headline after another. */
  readonly keys: Float64Array<ArrayBuffer>;
  /** Where the keys of each end. */
  readonly ends: Int32Array;
}

export function packLesson({ counts, judged }: Lesson): PackedLesson {
  const ends = new Int32Array(judged.length);
  let end = 0;
  for (const [at, { example }] of judged.entries()) {
    end += example.keys.length;
    ends[at] = end;
  }
  const keys = new Float64Array(end);
  for (const [at, { example }] of judged.entries()) {
    keys.set(example.keys, (ends[at] as number) - example.keys.length);
  }
  return {
    counts,
    places: Int32Array.from(judged, ({ at }) => at),
    texts: judged.map(({ text }) => text),
    rules: judged.map(({ example }) => example.rules),
    keys,
    ends,
  };
}

export function unpackLesson({ counts, places, texts, rules, keys, ends }: PackedLesson): Lesson {
  const judged = texts.map(
    (text, at): JudgedHeadline => ({
      at: places[at] as number,
      text,
      example: {
        keys: keys.subarray(at === 0 ? 0 : ends[at - 1], ends[at]),
        rules: rules[at] as readonly string[],
      },
    }),
  );
  return { counts, judged };
}
