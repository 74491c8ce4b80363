import { type CostTable, type Cuts, cutsOf } from '#classifier/core/bands.ts';
import type { Triaged } from './workload.ts';

/** What a cost table means for a desk, per hundred headlines of a feed in which `share` are doubtful. */
export interface ExpectedWorkload {
  readonly cuts: Cuts;
  /** Headlines in each band; they add up to a hundred. */
  readonly flagged: number;
  readonly checked: number;
  readonly passed: number;
  /** Doubtful headlines that pass. */
  readonly missed: number;
  /** Ordinary headlines that are flagged. */
  readonly falseAlarms: number;
  /** Expected cost in looks. */
  readonly cost: number;
  /** Share of the doubtful at or above each cut, and share of the doubtful among all at or above it (null: none is). */
  readonly atFlag: AtCut;
  readonly atCheck: AtCut;
}

export interface AtCut {
  readonly recall: number;
  readonly precision: number | null;
}

/**
 * The expected workload: the labels say what share of doubtful and of ordinary headlines lies above each cut, `share`
 * how many of a feed are doubtful, since labelled sets are chosen to be interesting. Null where either is missing.
 */
export function expectedWorkload(
  triaged: readonly Triaged[],
  costs: CostTable,
  share: number,
): ExpectedWorkload | null {
  const cuts = cutsOf(costs);
  const doubtful = triaged.filter((one) => one.doubtful).map((one) => one.score);
  const ordinary = triaged.filter((one) => !one.doubtful).map((one) => one.score);
  if (doubtful.length === 0 || ordinary.length === 0) return null;
  const above = (cut: number): { yes: number; no: number } => ({
    yes: (100 * share * doubtful.filter((score) => score >= cut).length) / doubtful.length,
    no: (100 * (1 - share) * ordinary.filter((score) => score >= cut).length) / ordinary.length,
  });
  const atCut = ({ yes, no }: { yes: number; no: number }): AtCut => ({
    recall: yes / (100 * share),
    precision: yes + no === 0 ? null : yes / (yes + no),
  });
  const flag = above(cuts.flag);
  const check = above(cuts.check);
  const flagged = flag.yes + flag.no;
  const checked = check.yes + check.no - flagged;
  const missed = 100 * share - check.yes;
  return {
    cuts,
    flagged,
    checked,
    passed: 100 - flagged - checked,
    missed,
    falseAlarms: flag.no,
    cost: (missed * costs.miss + flag.no * costs.falseAlarm) / costs.look + checked,
    atFlag: atCut(flag),
    atCheck: atCut(check),
  };
}
