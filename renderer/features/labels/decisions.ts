import { CREDIBLE, type Label } from '#classifier/core/axis.ts';

/** The four decisions, in the order in which they are offered. */
export const DECISIONS = [
  { action: 'credible', name: 'label.credible', label: CREDIBLE },
  { action: 'sensational', name: 'label.sensational', label: { sensational: true, implausible: false } },
  { action: 'implausible', name: 'label.implausible', label: { sensational: false, implausible: true } },
  { action: 'both', name: 'label.both', label: { sensational: true, implausible: true } },
] as const satisfies readonly { readonly action: string; readonly name: string; readonly label: Label }[];
