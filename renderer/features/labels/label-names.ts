import { type Label, sameLabel } from '#classifier/core/axis.ts';
import type { StringKey } from '../../strings/index.ts';
import { DECISIONS } from './decisions.ts';

/** The name of a label; that of an unlabelled headline for null. */
export function labelName(label: Label | null): StringKey {
  if (label === null) return 'label.unlabelled';
  return DECISIONS.find((decision) => sameLabel(decision.label, label))?.name ?? 'label.unlabelled';
}
