import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { type EvidenceByAxis, explain, reasonNames, reasonsFor } from '#classifier/core/evidence.ts';
import { clearWalks, createWalkStore, keepWalk, restoreWalk } from '#classifier/core/gram-walk.ts';
import type { Model } from '#classifier/core/model.ts';
import { createReadGroup } from '#classifier/core/read-group.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { createReasonNamer } from '#classifier/core/reason-names.ts';
import { type Score, score } from '#classifier/core/score.ts';
import { createScorer } from '#classifier/core/scorer.ts';
import { spansOfCut } from '#classifier/core/word-cut.ts';
import type { HeadlineLine } from '#classifier/interchange/headline-lines.ts';
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
const NO_REASONS: readonly string[] = [];

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

/** The answer on one headline. */
export type Judge = (text: string) => Verdict;

/** The answers on some headlines, in their order. Made for thousands at once. */
export type GroupJudge = (texts: readonly string[]) => readonly Verdict[];

/** Makes a judge of one headline at a time. */
export function createJudge(model: CompiledModel, reader: Reader, explainPass: boolean): Judge {
  const judgeAll = createGroupJudge(model, reader, explainPass);
  return (text) => judgeAll([text])[0] as Verdict;
}

/**
 * Makes the judge of a thread: the verdicts that {@link judge} and {@link verdictOf} give, without the evidence. All
 * headlines are read, then all scored, then words are cut where reasons are owed: for band check and flag, or for all
 * if asked for.
 */
export function createGroupJudge(model: CompiledModel, reader: Reader, explainPass: boolean): GroupJudge {
  const scorer = createScorer(model, reader.stemLatin);
  const nameReasons = createReasonNamer(scorer);
  const group = createReadGroup(reader);
  const walks = createWalkStore();

  function reasonsOf(at: number, raw: string, walk: number): readonly string[] {
    const reading = group.reading(at);
    restoreWalk(walks, walk, scorer.sighted);
    return nameReasons(reading, raw, reader.cutWords(reading.normalised.text), MOST_REASONS);
  }

  return (texts) => {
    const owed: number[] = [];
    const scores: Score[] = [];
    clearWalks(walks);
    group.read(texts);
    const verdicts = texts.map((_, at) => {
      const scored = scorer.score(group.reading(at));
      if (explainPass || scored.band !== 'pass') {
        owed.push(at);
        scores.push(scored);
        keepWalk(walks, scorer.sighted);
      }
      return verdict(scored, NO_REASONS, model.name);
    });
    owed.forEach((at, index) => {
      const reasons = reasonsOf(at, texts[at] as string, index);
      verdicts[at] = verdict(scores[index] as Score, reasons, model.name);
    });
    return verdicts;
  };
}

/** Scores one headline and explains it where reasons are owed. */
export function judge(model: Model, reader: Reader, headline: HeadlineLine, explainPass: boolean): Judged {
  const reading = read(reader, headline.text);
  const scored = score(model, reading);
  const owed = explainPass || scored.band !== 'pass';
  const words = owed ? spansOfCut(reader.cutWords(reading.normalised.text)) : [];
  return { headline, score: scored, evidence: owed ? explain(model, reading, words, headline.text) : null };
}

/** The answer on a judged headline as machine-readable output carries it. */
export function verdictOf({ score: scored, evidence, cluster }: Judged, model: Pick<Model, 'name'>): Verdict {
  const reasons = evidence === null ? [] : reasonNames(reasonsFor(evidence)).slice(0, MOST_REASONS);
  return { ...verdict(scored, reasons, model.name), ...(cluster === undefined ? {} : { cluster }) };
}

function verdict(
  { axes, score: triage, band, insufficient }: Score,
  reasons: readonly string[],
  model: string,
): Verdict {
  const sensational = rounded(axes.sensational.probability);
  const implausible = rounded(axes.implausible.probability);
  const plain = { sensational, implausible, score: rounded(triage), band, reasons, model };
  return insufficient ? { ...plain, insufficient } : plain;
}

/** Four places, and never 0 or 1. */
function rounded(probability: number): number {
  return Math.min(0.9999, Math.max(0.0001, Math.round(probability * 10_000) / 10_000));
}
