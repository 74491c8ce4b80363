import { compileModel } from '#classifier/core/compiled-model.ts';
import { putCondensed } from '#classifier/core/condense.ts';
import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import type { RuleHit } from '#classifier/core/rule.ts';
import { createScorer } from '#classifier/core/scorer.ts';
import { createUnitText } from '#classifier/core/unit-text.ts';
import type { ListColumns } from './list/list-columns.ts';
import {
  createTextScorer,
  putScore,
  putSums,
  type ScoreColumns,
  scoreColumns,
} from './list/packed-scores.ts';
import { type PackedTexts, readableAt, textAt } from './list/packed-texts.ts';
import type { RuleHits } from './list/rule-hits.ts';

/** Headlines between two chances to do something else: well below a millisecond. */
const SLICE = 64;

/**
 * Scores all headlines of a list anew, yielding every few; returns the scores. The list's own stay as they are. Where it
 * is known already what reading finds in them, only the grams are looked up, which takes less than half as long.
 */
export function* rescore(columns: ListColumns, model: Model, reader: Reader): Generator<void, ScoreColumns> {
  const scores = scoreColumns(columns.size);
  const scoreAt =
    columns.hits === null ? byReading(scores, model, reader) : byHits(scores, model, reader, columns.hits);
  let place = 0;
  for (const texts of columns.texts()) {
    for (let at = 0; at < texts.ends.length; at += 1, place += 1) {
      scoreAt(place, texts, at);
      if (place % SLICE === SLICE - 1) yield;
    }
  }
  return scores;
}

/** Scores the headline at `at` of a block, whose place in the list is `place`. */
type ScoreAt = (place: number, texts: PackedTexts, at: number) => void;

function byReading(scores: ScoreColumns, model: Model, reader: Reader): ScoreAt {
  const score = createTextScorer(model, reader);
  return (place, texts, at) => putScore(scores, place, score(readableAt(texts, at)));
}

function byHits(scores: ScoreColumns, model: Model, reader: Reader, found: RuleHits): ScoreAt {
  const scorer = createScorer(compileModel(model), reader.stemLatin);
  const { from, items, classes, classesFrom } = found;
  const hitOf = found.rules.map((rule): RuleHit => ({ rule, spansIn: () => [] }));
  const hits: RuleHit[] = [];
  const own = createUnitText();
  const keys = { keys: new Float64Array(64), places: new Int32Array(0), size: 0 };
  return (place, texts, at) => {
    hits.length = 0;
    for (let item = from[place] as number; item < (from[place + 1] as number); item += 1)
      hits.push(hitOf[items[item] as number] as RuleHit);
    const first = classesFrom[place] as number;
    keys.size = (classesFrom[place + 1] as number) - first;
    if (keys.size > keys.keys.length) keys.keys = new Float64Array(2 * keys.size);
    for (let key = 0; key < keys.size; key += 1) keys.keys[key] = classes[first + key] as number;
    scorer.sum(putCondensed(own, textAt(texts, at)), hits, keys);
    putSums(scores, place, scorer, hits.length);
  };
}
