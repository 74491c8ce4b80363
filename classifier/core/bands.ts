/** 通过, 待核, 存疑. */
export const BANDS = ['pass', 'check', 'flag'] as const;

export type Band = (typeof BANDS)[number];

/** What each outcome costs the desk, in any one unit. An editor may change it. */
export interface CostTable {
  /** A doubtful headline that was let pass. */
  readonly miss: number;
  /** An ordinary headline that was flagged. */
  readonly falseAlarm: number;
  /** An editor's look at a headline in the band check. */
  readonly look: number;
}

/** Scores from which a headline is checked and flagged. */
export interface Cuts {
  readonly check: number;
  readonly flag: number;
}

/** Four looks are worth one hoax that slips through; a wrongly flagged headline costs as much as that hoax. */
export const DEFAULT_COSTS: CostTable = { miss: 4, falseAlarm: 4, look: 1 };

/**
 * The cuts with the least expected cost for a calibrated score p: passing costs p·miss, checking costs look,
 * flagging costs (1-p)·falseAlarm. Where a look is never worth its cost both cuts fall together.
 */
export function cutsOf(costs: CostTable): Cuts {
  const check = costs.look / costs.miss;
  const flag = 1 - costs.look / costs.falseAlarm;
  if (check <= flag) return { check, flag };
  const both = costs.falseAlarm / (costs.falseAlarm + costs.miss);
  return { check: both, flag: both };
}

/** The band of a triage score. */
export function bandOf(score: number, cuts: Cuts): Band {
  if (score >= cuts.flag) return 'flag';
  return score >= cuts.check ? 'check' : 'pass';
}
