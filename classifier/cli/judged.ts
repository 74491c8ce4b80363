import { type EvidenceByAxis, explain, reasonNames, reasonsFor } from '#classifier/core/evidence.ts';
import type { Model } from '#classifier/core/model.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { type Score, score } from '#classifier/core/score.ts';
import type { HeadlineLine } from '#classifier/interchange/headline-lines.ts';
import { segment } from '#classifier/text/chinese.ts';
import type { ClusterVerdict } from './cluster-verdicts.ts';

/** A headline with its score, and its evidence where reasons are owed. */
export interface Judged {
  readonly headline: HeadlineLine;
  readonly score: Score;
  /** Null for band pass, unless reasons are asked for. */
  readonly evidence: EvidenceByAxis | null;
  /** What the other headlines of the run say; absent unless asked for. */
  readonly cluster?: ClusterVerdict;
}

/** Reasons are for reading; weaker ones than the first eight convince nobody. */
const MOST_REASONS = 8;

/** What `jianwen score` adds to each object. Probabilities are rounded to four places. */
export interface Verdict {
  readonly sensational: number;
  readonly implausible: number;
  readonly score: number;
  readonly band: Score['band'];
  readonly reasons: readonly string[];
  readonly model: string;
  readonly insufficient?: true;
  readonly cluster?: ClusterVerdict;
}

/** Scores one headline. jieba's dictionary is loaded only when the first reasons are owed. */
export function judge(model: Model, reader: Reader, headline: HeadlineLine, explainPass: boolean): Judged {
  const reading = read(reader, headline.text);
  const scored = score(model, reading);
  const owed = explainPass || scored.band !== 'pass';
  const evidence = owed ? explain(model, reading, segment(reading.normalised.text), headline.text) : null;
  return { headline, score: scored, evidence };
}

/** The answer on a judged headline as machine-readable output carries it. */
export function verdictOf({ score: scored, evidence, cluster }: Judged, model: Model): Verdict {
  return {
    sensational: rounded(scored.axes.sensational.probability),
    implausible: rounded(scored.axes.implausible.probability),
    score: rounded(scored.score),
    band: scored.band,
    reasons: evidence === null ? [] : reasonNames(reasonsFor(evidence)).slice(0, MOST_REASONS),
    model: model.name,
    ...(scored.insufficient ? { insufficient: true } : {}),
    ...(cluster === undefined ? {} : { cluster }),
  };
}

/** Four places, and never 0 or 1. */
function rounded(probability: number): number {
  return Math.min(0.9999, Math.max(0.0001, Math.round(probability * 10_000) / 10_000));
}
