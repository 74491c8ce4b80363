import { AXES, type Axis, byAxis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';

/** Answers of each axis in some labels. */
export type ClassBalance = Readonly<Record<Axis, { readonly yes: number; readonly no: number }>>;

/** From here on the rarer answer has too few examples beside the other (SpamBayes' advice: never beyond 4:1). */
const MOST_UNEQUAL = 4;

export function classBalanceOf(headlines: readonly Pick<LabelledHeadline, 'label'>[]): ClassBalance {
  return byAxis((axis) => ({
    yes: headlines.filter(({ label }) => label[axis] === true).length,
    no: headlines.filter(({ label }) => label[axis] === false).length,
  }));
}

/** The axes with answers of which one is over four times as frequent as the other. */
export function unbalancedAxes(balance: ClassBalance): Axis[] {
  return AXES.filter((axis) => {
    const { yes, no } = balance[axis];
    return Math.max(yes, no) > MOST_UNEQUAL * Math.min(yes, no);
  });
}
