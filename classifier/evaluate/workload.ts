import { BANDS, type Band, bandOf, type CostTable, cutsOf } from '#classifier/core/bands.ts';

/** A headline's triage score, and whether its label has either axis. */
export interface Triaged {
  readonly score: number;
  readonly doubtful: boolean;
}

/** What a cost table means for a desk, per hundred headlines. */
export interface Workload {
  readonly costs: CostTable;
  readonly cuts: { readonly check: number; readonly flag: number };
  readonly perHundred: Readonly<Record<Band, { readonly headlines: number; readonly doubtful: number }>>;
  /** Expected cost per hundred headlines, in the unit of the table. */
  readonly cost: number;
}

/** Counts the bands that a cost table makes of triaged headlines. */
export function workloadOf(triaged: readonly Triaged[], costs: CostTable): Workload {
  const cuts = cutsOf(costs);
  const banded = triaged.map(({ score, doubtful }) => ({ band: bandOf(score, cuts), doubtful }));
  const share = (band: Band, doubtfulOnly: boolean): number =>
    (100 * banded.filter((one) => one.band === band && (!doubtfulOnly || one.doubtful)).length) /
    triaged.length;
  const perHundred = Object.fromEntries(
    BANDS.map((band) => [band, { headlines: share(band, false), doubtful: share(band, true) }]),
  ) as Workload['perHundred'];
  const { pass, check, flag } = perHundred;
  const cost =
    pass.doubtful * costs.miss +
    check.headlines * costs.look +
    (flag.headlines - flag.doubtful) * costs.falseAlarm;
  return { costs, cuts, perHundred, cost };
}
