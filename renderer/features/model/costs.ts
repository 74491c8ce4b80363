import type { CostTable } from '#classifier/core/bands.ts';

/** What the two sliders say: how many looks a miss and a false alarm are worth. */
export interface Worths {
  readonly miss: number;
  readonly falseAlarm: number;
}

/** Ends of the sliders, in looks. */
export const LEAST_WORTH = 1;
export const MOST_WORTH = 20;

/** The sliders of a cost table: its costs in looks, within their ends. */
export function worthsOf({ miss, falseAlarm, look }: CostTable): Worths {
  return { miss: within(miss / look), falseAlarm: within(falseAlarm / look) };
}

/** The cost table of the sliders. */
export function costsOf({ miss, falseAlarm }: Worths): { miss: number; falseAlarm: number; look: 1 } {
  return { miss, falseAlarm, look: 1 };
}

/** Whether a cost table is that of the sliders; tables that are multiples of each other cut the same bands. */
export function isSameTable(costs: CostTable, { miss, falseAlarm }: Worths): boolean {
  return costs.miss / costs.look === miss && costs.falseAlarm / costs.look === falseAlarm;
}

function within(worth: number): number {
  return Math.min(MOST_WORTH, Math.max(LEAST_WORTH, Math.round(worth * 2) / 2));
}
