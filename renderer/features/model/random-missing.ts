import type { AnswersView } from '#contract/model-views.ts';

/** How many labels the random stream lacks, be it in all or of one answer. */
export function randomMissing(
  { yes, no }: AnswersView,
  needs: { readonly labels: number; readonly each: number },
): number {
  const ofEach = Math.max(0, needs.each - yes) + Math.max(0, needs.each - no);
  return Math.max(needs.labels - yes - no, ofEach);
}
