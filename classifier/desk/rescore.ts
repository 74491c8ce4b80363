import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import type { ListColumns } from './list/list-columns.ts';
import { createTextScorer, putScore, type ScoreColumns, scoreColumns } from './list/packed-scores.ts';
import { readableAt } from './list/packed-texts.ts';

/** Headlines between two chances to do something else: well below a millisecond. */
const SLICE = 64;

/** Scores all headlines of a list anew, yielding every few; returns the scores. The list's own stay as they are. */
export function* rescore(columns: ListColumns, model: Model, reader: Reader): Generator<void, ScoreColumns> {
  const scores = scoreColumns(columns.size);
  const score = createTextScorer(model, reader);
  let place = 0;
  for (const texts of columns.texts()) {
    for (let at = 0; at < texts.ends.length; at += 1, place += 1) {
      putScore(scores, place, score(readableAt(texts, at)));
      if (place % SLICE === SLICE - 1) yield;
    }
  }
  return scores;
}
