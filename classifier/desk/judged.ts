import type { Axis } from '#classifier/core/axis.ts';
import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { type EvidenceByAxis, explain, reasonNames, reasonsFor } from '#classifier/core/evidence.ts';
import { clearWalks, createWalkStore, keepWalk, restoreWalk } from '#classifier/core/gram-walk.ts';
import type { Model } from '#classifier/core/model.ts';
import { createReadGroup, type ReadGroup } from '#classifier/core/read-group.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { createReasonNamer } from '#classifier/core/reason-names.ts';
import { isInsufficient, leadingAxis, leadingOf, type Score, score } from '#classifier/core/score.ts';
import { createScorer } from '#classifier/core/scorer.ts';
import { cutHeadline, wordsOfHeadline } from '#classifier/core/word-cut.ts';
import type { HeadlineLine } from '#classifier/interchange/headline-lines.ts';
import type { ClusterVerdict } from './cluster-verdicts.ts';

/** A headline with its score, and its evidence where reasons are owed. */
export interface Judged {
  readonly headline: Pick<HeadlineLine, 'text'>;
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
export interface GroupJudge extends Pick<ReadGroup, 'size' | 'addText' | 'addBytes' | 'raw' | 'clear'> {
  /** The answers on the headlines that were added since they were cleared; they hold until it is asked again. */
  judge(): Verdicts;
}

/** Makes a judge of one headline at a time. */
export function createJudge(model: CompiledModel, reader: Reader, explainPass: boolean): Judge {
  const group = createGroupJudge(model, reader, explainPass);
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
 * if asked for.
 */
export function createGroupJudge(model: CompiledModel, reader: Reader, explainPass: boolean): GroupJudge {
  const scorer = createScorer(model, reader.stemLatin);
  const { sums, sighted } = scorer;
  const nameReasons = createReasonNamer(scorer);
  const group = createReadGroup(reader);
  const walks = createWalkStore();
  const owed: number[] = [];
  /** The axis that decides, of each of them. */
  const leading: Axis[] = [];
  let verdicts = createVerdicts(model.name, 1);

  function answer(at: number): void {
    const hits = group.hits(at);
    scorer.sum(group.text(at), hits, group.keys(at));
    const band = BANDS.indexOf(scorer.bandOf(sums.triage));
    verdicts.sensational[at] = tenThousandths(sums.sensationalChance);
    verdicts.implausible[at] = tenThousandths(sums.implausibleChance);
    verdicts.scores[at] = tenThousandths(sums.triage);
    verdicts.bands[at] = band;
    verdicts.insufficient[at] = isInsufficient(sums.known, hits.length) ? 1 : 0;
    verdicts.reasons[at] = NO_REASONS;
    if (!explainPass && band === PASS) return;
    owed.push(at);
    leading.push(leadingOf(sums.sensationalChance, sums.implausibleChance));
    keepWalk(walks, sighted);
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
      if (verdicts.bands.length < size) verdicts = createVerdicts(model.name, size * 2);
      verdicts.size = size;
      clearWalks(walks);
      owed.length = 0;
      leading.length = 0;
      group.read();
      for (let at = 0; at < size; at += 1) answer(at);
      for (let walk = 0; walk < owed.length; walk += 1) {
        const at = owed[walk] as number;
        const reading = group.reading(at);
        restoreWalk(walks, walk, sighted);
        const raw = group.isNormal(at) ? reading.normalised.text : group.raw(at);
        const cut = cutHeadline(reader.cutWords, reading.normalised);
        verdicts.reasons[at] = nameReasons(reading, raw, cut, leading[walk] as Axis, MOST_REASONS);
      }
      return verdicts;
    },
  };
}

/** Scores one headline and explains it where reasons are owed. */
export function judge(
  model: Model,
  reader: Reader,
  headline: Judged['headline'],
  explainPass: boolean,
): Judged {
  const reading = read(reader, headline.text);
  const scored = score(model, reading);
  const owed = explainPass || scored.band !== 'pass';
  const words = owed ? wordsOfHeadline(reader.cutWords, reading.normalised) : [];
  return { headline, score: scored, evidence: owed ? explain(model, reading, words, headline.text) : null };
}

/** The answer on a judged headline as machine-readable output carries it. */
export function verdictOf({ score: scored, evidence, cluster }: Judged, model: Pick<Model, 'name'>): Verdict {
  const owed = evidence === null ? [] : reasonsFor(evidence, leadingAxis(scored));
  const reasons = reasonNames(owed).slice(0, MOST_REASONS);
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
