import type { Days, ListChoice, ListQuery } from '#contract/list-channels.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';

/** The whole list, the highest score first, with headlines of one story under one row. */
export const EVERYTHING: ListChoice = { ...WHOLE_LIST, fold: true };

type Filter = keyof Omit<ListChoice, 'sort' | 'fold'>;

/** What narrows a list, in the order in which it is told. */
export const FILTERS = [
  'search',
  'word',
  'rule',
  'band',
  'axis',
  'labelled',
  'annotator',
  'labelledIn',
  'datedIn',
  'disposition',
  'flagged',
  'skipped',
] as const satisfies readonly Filter[];

/** The filters that a choice has set. */
export function filtersOf(choice: ListChoice): readonly Filter[] {
  return FILTERS.filter((filter) => choice[filter] !== EVERYTHING[filter]);
}

/** The same choice without some of its filters. */
export function without(choice: ListChoice, filters: readonly Filter[]): ListChoice {
  return { ...choice, ...Object.fromEntries(filters.map((filter) => [filter, EVERYTHING[filter]])) };
}

/** Whether two choices show the same list. */
export function isSameChoice(one: ListChoice, other: ListChoice): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** What the engine is asked for: days become moments of this place's calendar. */
export function queryOf({ fold: _fold, ...choice }: ListChoice, now: Date): ListQuery {
  return {
    ...choice,
    labelledIn: choice.labelledIn && periodOf(choice.labelledIn, now),
    datedIn: choice.datedIn && periodOf(choice.datedIn, now),
  };
}

function periodOf(days: Days, now: Date): { from: string | null; to: string | null } {
  if (days.kind === 'last') {
    const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
    return { from: new Date(year, month, day - days.days + 1).toISOString(), to: null };
  }
  return { from: midnight(days.from, 0), to: midnight(days.to, 1) };
}

/** The beginning of a day, or of a later one. */
function midnight(day: string | null, later: number): string | null {
  if (day === null) return null;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + later).toISOString();
}

function inOrder(choice: ListChoice): unknown {
  return Object.keys(EVERYTHING).map((key) => choice[key as keyof ListChoice]);
}
