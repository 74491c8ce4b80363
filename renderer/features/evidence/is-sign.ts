import type { EvidenceView } from '#contract/views.ts';

/** A part of the evidence that can be pointed at. */
export type SignView = Exclude<EvidenceView, { readonly kind: 'base' }>;

/** Whether a part is a sign to look into: a rule or a word, but not the base, nor what all function words weigh as one. */
export function isSign(part: EvidenceView): part is SignView {
  return part.kind === 'rule' || (part.kind === 'word' && part.spans.length > 0);
}
