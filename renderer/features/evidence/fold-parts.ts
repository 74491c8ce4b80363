import type { EvidenceView } from '#contract/views.ts';

export interface FoldedParts {
  readonly shown: readonly EvidenceView[];
  /** The parts that are not shown, as one; null where all are. */
  readonly rest: { readonly count: number; readonly logOdds: number } | null;
}

/** Parts below which a table is not worth folding. */
const MOST = 9;

/** Keeps the first, strongest parts and adds up the others, so that the table still gives the same sum. */
export function foldParts(parts: readonly EvidenceView[], isOpen: boolean): FoldedParts {
  if (isOpen || parts.length <= MOST + 2) return { shown: parts, rest: null };
  const others = parts.slice(MOST);
  const logOdds = others.reduce((sum, part) => sum + part.logOdds, 0);
  return { shown: parts.slice(0, MOST), rest: { count: others.length, logOdds } };
}
