import { AXES, type Axis } from './axis.ts';

/** An unlabelled headline as the order of labelling sees it. */
export interface Candidate {
  readonly id: number;
  /** In hex; decides whether the headline belongs to the random stream. */
  readonly digest: string;
  /** Near-copies share a cluster. */
  readonly cluster: number;
  readonly probability: Readonly<Record<Axis, number>>;
  /** Log-odds that rules and grams add on each axis: they disagree where one is above zero and the other below. */
  readonly rules: Readonly<Record<Axis, number>>;
  readonly grams: Readonly<Record<Axis, number>>;
}

/** One headline in five is labelled whatever the model thinks of it: the honest stream by which quality is judged. */
const RANDOM_SHARE = 5;

/** What full disagreement of rules and grams adds to a usefulness between 0 and 1. */
const DISAGREEMENT_BONUS = 0.3;
const STRONG_DISAGREEMENT = 2;
/** From here on disagreement is named as the reason. */
const NOTED_DISAGREEMENT = 0.5;

/** Whether a headline belongs to the random stream: decided by its digest alone, before any model has seen it. */
export function isInRandomStream(digest: string): boolean {
  return isInRandomStreamBy(Number.parseInt(digest.slice(0, 8), 16));
}

/** The same by the digest's first 32 bits. */
export function isInRandomStreamBy(digest: number): boolean {
  return digest % RANDOM_SHARE === 0;
}

/**
 * How much a label would teach, 0 to 1.3: uncertainty of the less certain axis (1 at even odds; Lewis and Gale 1994),
 * and more where rules and grams pull in opposite directions.
 */
export function usefulnessOf(candidate: Candidate): number {
  const { probability } = candidate;
  const uncertainty = Math.max(...AXES.map((axis) => doubtOf(probability[axis])));
  return usefulnessFrom(uncertainty, disagreementOf(candidate));
}

/** The most that {@link usefulnessOf} gives. */
export const MOST_USEFUL = 1 + DISAGREEMENT_BONUS;

/** {@link usefulnessOf} a headline whose uncertainty and disagreement are known. */
export function usefulnessFrom(uncertainty: number, disagreement: number): number {
  return uncertainty + DISAGREEMENT_BONUS * Math.min(1, disagreement / STRONG_DISAGREEMENT);
}

/** 1 at even odds, 0 where the model is certain. */
export function doubtOf(probability: number): number {
  return 1 - Math.abs(2 * probability - 1);
}

/** Log-odds up to which what rules and grams add on one axis contradict each other; 0 where they agree. */
export function contradictionOf(rules: number, grams: number): number {
  return rules * grams < 0 ? Math.min(Math.abs(rules), Math.abs(grams)) : 0;
}

/** Log-odds up to which rules and grams contradict each other on some axis; 0 where they agree. */
function disagreementOf({ rules, grams }: Candidate): number {
  return Math.max(...AXES.map((axis) => contradictionOf(rules[axis], grams[axis])));
}

/** Why a headline is proposed: rules and grams contradict each other, it is uncertain, or it is of the random stream. */
export type ProposalReason = 'disagreement' | 'uncertain' | 'random';

export interface Proposal {
  readonly id: number;
  readonly reason: ProposalReason;
}

/**
 * The next headlines to label: the most useful first, one of each cluster before any second, and in every fifth place
 * one of the random stream, which otherwise stays out. Deterministic; ties by id.
 */
export function orderForLabelling(candidates: readonly Candidate[], limit: number): Proposal[] {
  const random = candidates
    .filter(({ digest }) => isInRandomStream(digest))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
  const useful = spread(
    candidates
      .filter(({ digest }) => !isInRandomStream(digest))
      .map((candidate) => ({ candidate, usefulness: usefulnessOf(candidate) }))
      .sort((a, b) => b.usefulness - a.usefulness || a.candidate.id - b.candidate.id)
      .map(({ candidate }) => candidate),
  );
  const ordered: Proposal[] = [];
  while (ordered.length < limit && (random.length > 0 || useful.length > 0)) {
    const fifth = ordered.length % RANDOM_SHARE === RANDOM_SHARE - 1;
    const next = (
      fifth ? (random.shift() ?? useful.shift()) : (useful.shift() ?? random.shift())
    ) as Candidate;
    ordered.push({ id: next.id, reason: reasonOf(next) });
  }
  return ordered;
}

function reasonOf(candidate: Candidate): ProposalReason {
  if (isInRandomStream(candidate.digest)) return 'random';
  return disagreementOf(candidate) >= NOTED_DISAGREEMENT ? 'disagreement' : 'uncertain';
}

/** The first of each cluster in order, then the rest. */
function spread(ordered: readonly Candidate[]): Candidate[] {
  const met = new Set<number>();
  const firsts: Candidate[] = [];
  const others: Candidate[] = [];
  for (const candidate of ordered) {
    (met.has(candidate.cluster) ? others : firsts).push(candidate);
    met.add(candidate.cluster);
  }
  return [...firsts, ...others];
}

/** How many of the latest labels are looked at before it is said that more change little. */
export const STOP_WINDOW = 50;
const SETTLED_SHARE = 0.005;

/**
 * Whether labelling may stop: the latest {@link STOP_WINDOW} labels moved fewer than one headline in two hundred into
 * another band (classification change, Zhu et al. 2008). Each entry is the share that one label moved.
 */
export function mayStop(movedShares: readonly number[]): boolean {
  const latest = movedShares.slice(-STOP_WINDOW);
  return latest.length === STOP_WINDOW && latest.reduce((sum, share) => sum + share, 0) < SETTLED_SHARE;
}
