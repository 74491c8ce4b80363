import type { PartialLabel } from './axis.ts';

/** A labelled headline to train or test on, with what an evaluation may group it by. */
export interface LabelledHeadline {
  readonly text: string;
  readonly label: PartialLabel;
  readonly topic: string | null;
  readonly difficulty: string | null;
}
