import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { type EvidenceByAxis, explain, reasonNames, reasonsFor } from '#classifier/core/evidence.ts';
import {
  clearWalks,
  createWalk,
  createWalkStore,
  keepWalk,
  restoreWalk,
} from '#classifier/core/gram-walk.ts';
import { createGroupScorer, createPlainScorer } from '#classifier/core/group-scorer.ts';
import type { Model } from '#classifier/core/model.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { createReasonNamer } from '#classifier/core/reason-names.ts';
import type { RuleHit } from '#classifier/core/rule.ts';
import { isInsufficient, type Score, score } from '#classifier/core/score.ts';
import { type ClassShares, SHARES_A_TEXT } from '#classifier/core/scorer.ts';
import { createTextGroup, type TextGroup } from '#classifier/core/text-group.ts';
import {
  createClassStore,
  createKeyBuffer,
  keepClasses,
  restoreClasses,
} from '#classifier/core/word-classes.ts';
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
const TEN_THOUSAND = 10_000;
const PASS = BANDS.indexOf('pass');

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

/** The answers on a group of headlines side by side, in their order. */
export interface Verdicts {
  readonly size: number;
  readonly model: string;
  /** Probabilities in ten-thousandths, never none and never all. */
  readonly sensational: Uint16Array;
  readonly implausible: Uint16Array;
  readonly scores: Uint16Array;
  /** Places in {@link BANDS}. */
  readonly bands: Uint8Array;
  readonly insufficient: Uint8Array;
  readonly reasons: readonly (readonly string[])[];
}

/** Takes headlines one after another and answers on all of them. Made for thousands at once. */
export interface GroupJudge extends Pick<TextGroup, 'size' | 'addText' | 'addBytes' | 'raw' | 'clear'> {
  /** The answers on the headlines that were added since they were cleared; they hold until it is asked again. */
  judge(): Verdicts;
}

/** Makes a judge of one headline at a time. */
export function createJudge(model: CompiledModel, reader: Reader, explainPass: boolean): Judge {
  const group = createGroupJudge(model, reader, explainPass, false);
  return (text) => {
    group.clear();
    group.addText(text);
    return verdictAt(group.judge(), 0);
  };
}

/** One of the answers on a group. */
export function verdictAt(verdicts: Verdicts, at: number): Verdict {
  const plain = {
    sensational: (verdicts.sensational[at] as number) / TEN_THOUSAND,
    implausible: (verdicts.implausible[at] as number) / TEN_THOUSAND,
    score: (verdicts.scores[at] as number) / TEN_THOUSAND,
    band: BANDS[verdicts.bands[at] as number] as Band,
    reasons: verdicts.reasons[at] as readonly string[],
    model: verdicts.model,
  };
  return verdicts.insufficient[at] === 1 ? { ...plain, insufficient: true } : plain;
}

/** Room for the answers on so many headlines. */
function createVerdicts(model: string, room: number) {
  const shares = (): Uint16Array => new Uint16Array(room);
  return {
    size: 0,
    model,
    sensational: shares(),
    implausible: shares(),
    scores: shares(),
    bands: new Uint8Array(room),
    insufficient: new Uint8Array(room),
    reasons: [] as (readonly string[])[],
  };
}

/**
 * Makes the judge of a thread: the verdicts that {@link judge} and {@link verdictOf} give, without the evidence. All
 * headlines are read, then all scored, then words are cut where reasons are owed: for band check and flag, or for all
 * if asked for. For many headlines it takes a moment more to get ready, and is faster then.
 */
export function createGroupJudge(
  model: CompiledModel,
  reader: Reader,
  explainPass: boolean,
  forMany: boolean,
): GroupJudge {
  const scorer = forMany ? createGroupScorer(model, reader) : createPlainScorer(model, reader);
  const { sums } = scorer;
  const sighted = createWalk();
  const classes = createKeyBuffer();
  const nameReasons = createReasonNamer({ ...scorer, sighted });
  const walks = createWalkStore();
  const named = createClassStore();
  const group = createTextGroup(scorer.reserve);
  const hits: (readonly RuleHit[])[] = [];
  const owed: number[] = [];
  let shares: ClassShares = new Float64Array(SHARES_A_TEXT);
  let verdicts = createVerdicts(model.name, 1);

  function answer(at: number): void {
    const found = hits[at] as readonly RuleHit[];
    scorer.sum(group.text(at), found, shares, at);
    const band = BANDS.indexOf(scorer.bandOf(sums.triage));
    verdicts.sensational[at] = tenThousandths(sums.sensationalChance);
    verdicts.implausible[at] = tenThousandths(sums.implausibleChance);
    verdicts.scores[at] = tenThousandths(sums.triage);
    verdicts.bands[at] = band;
    verdicts.insufficient[at] = isInsufficient(sums.known, found.length) ? 1 : 0;
    verdicts.reasons[at] = NO_REASONS;
    if (!explainPass && band === PASS) return;
    owed.push(at);
    keepWalk(walks, scorer.sighted);
  }

  function keepNamed(index: number): void {
    scorer.recall(group.text(owed[index] as number));
    keepClasses(named, index, scorer.classes);
  }

  function giveReasons(index: number): void {
    const at = owed[index] as number;
    restoreWalk(walks, index, sighted);
    restoreClasses(named, index, classes);
    const normalised = group.normalised(at);
    const raw = group.isNormal(at) ? normalised.text : group.raw(at);
    const reading = { normalised, hits: hits[at] as readonly RuleHit[], classes, signs: reader.signs };
    verdicts.reasons[at] = nameReasons(reading, raw, reader.cutWords(normalised.text), MOST_REASONS);
  }

  return {
    get size() {
      return group.size;
    },
    clear: group.clear,
    addText: group.addText,
    addBytes: group.addBytes,
    raw: group.raw,
    judge() {
      const { size } = group;
      if (verdicts.bands.length < size) {
        verdicts = createVerdicts(model.name, size * 2);
        shares = new Float64Array(size * 2 * SHARES_A_TEXT);
      }
      verdicts.size = size;
      owed.length = 0;
      clearWalks(walks);
      named.size = 0;
      for (let at = 0; at < size; at += 1)
        hits[at] = group.allHits(at, scorer.read(group.text(at), shares, at));
      for (let at = 0; at < size; at += 1) answer(at);
      for (let index = 0; index < owed.length; index += 1) keepNamed(index);
      for (let index = 0; index < owed.length; index += 1) giveReasons(index);
      return verdicts;
    },
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

function rounded(probability: number): number {
  return tenThousandths(probability) / TEN_THOUSAND;
}

/** Four places, and never 0 or 1. */
function tenThousandths(probability: number): number {
  return Math.min(TEN_THOUSAND - 1, Math.max(1, Math.round(probability * TEN_THOUSAND)));
}
