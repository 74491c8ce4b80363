import { BANDS } from '#classifier/core/bands.ts';
import { compileModel } from '#classifier/core/compiled-model.ts';
import type { Model } from '#classifier/core/model.ts';
import { createReadGroup } from '#classifier/core/read-group.ts';
import { type Reader, readText } from '#classifier/core/reading.ts';
import { isInsufficient, type Score } from '#classifier/core/score.ts';
import { createScorer, type Scorer } from '#classifier/core/scorer.ts';
import { type PackedText, readable } from './packed-texts.ts';

/** The scores of headlines that follow each other, a column each. */
export interface ScoreColumns {
  /** Triage scores and the probabilities of both axes. */
  readonly score: Float32Array;
  readonly sensational: Float32Array;
  readonly implausible: Float32Array;
  /** Place in BANDS, and {@link UNSURE} where too little is known of the headline. */
  readonly band: Uint8Array;
}

export const UNSURE = 4;

const BYTES_A_HEADLINE = 13;
const NUMBER = Float32Array.BYTES_PER_ELEMENT;

/** Empty columns for so many headlines over one buffer, which is how they are stored. */
export function scoreColumns(
  count: number,
  buffer = new ArrayBuffer(count * BYTES_A_HEADLINE),
): ScoreColumns {
  return {
    score: new Float32Array(buffer, 0, count),
    sensational: new Float32Array(buffer, count * NUMBER, count),
    implausible: new Float32Array(buffer, 2 * count * NUMBER, count),
    band: new Uint8Array(buffer, 3 * count * NUMBER, count),
  };
}

/** The bytes of columns that were made by {@link scoreColumns}. */
export function packedScores(columns: ScoreColumns): Uint8Array {
  return new Uint8Array(columns.score.buffer);
}

/** The way back of {@link packedScores}. */
export function unpackScores(packed: Uint8Array): ScoreColumns {
  return scoreColumns(packed.length / BYTES_A_HEADLINE, packed.slice().buffer);
}

/** Scores texts by one model. */
export type TextScorer = (text: string) => Score;

/** Compiles a model and makes a scorer of it, in some milliseconds; what the model learns afterwards it does not know. */
export function createTextScorer(model: Model, reader: Reader): TextScorer {
  const { score } = createScorer(compileModel(model), reader.stemLatin);
  return (text) => score(readText(reader, text));
}

/** Scores headlines that follow each other. */
export type BlockScorer = (texts: readonly PackedText[]) => ScoreColumns;

/** Compiles a model as {@link createTextScorer} does; made for some thousand headlines at once, which takes half as long. */
export function createBlockScorer(model: Model, reader: Reader): BlockScorer {
  const scorer = createScorer(compileModel(model), reader.stemLatin);
  const group = createReadGroup(reader);
  return (texts) => {
    group.clear();
    for (const text of texts) group.addText(readable(text));
    group.read();
    const scores = scoreColumns(texts.length);
    for (let at = 0; at < texts.length; at += 1) {
      const hits = group.hits(at);
      scorer.sum(group.text(at), hits, group.keys(at));
      putSums(scores, at, scorer, hits.length);
    }
    return scores;
  };
}

/** Puts a score in its place. */
export function putScore(columns: ScoreColumns, at: number, scored: Score): void {
  columns.score[at] = scored.score;
  columns.sensational[at] = scored.axes.sensational.probability;
  columns.implausible[at] = scored.axes.implausible.probability;
  columns.band[at] = BANDS.indexOf(scored.band) + (scored.insufficient ? UNSURE : 0);
}

/** Puts what a scorer has summed up last in its place; `hits` is how many rules hold. */
export function putSums(columns: ScoreColumns, at: number, { sums, bandOf }: Scorer, hits: number): void {
  columns.score[at] = sums.triage;
  columns.sensational[at] = sums.sensationalChance;
  columns.implausible[at] = sums.implausibleChance;
  columns.band[at] = BANDS.indexOf(bandOf(sums.triage)) + (isInsufficient(sums.known, hits) ? UNSURE : 0);
}
