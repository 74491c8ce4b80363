import type { RulePointsChoice } from '#contract/reason-channels.ts';
import type { RuleChangesView } from '#contract/reason-views.ts';
import type { Desk } from '../../state/desk.ts';
import type { Unwrap } from '../status/use-trouble.ts';

/** Changes a rule of this workspace, and lists the headlines by the scores that follow; whether that was done. */
export async function changeRule(
  desk: Desk,
  ruleId: string,
  points: RulePointsChoice,
  unwrap: Unwrap = desk.unwrap,
): Promise<boolean> {
  const view = unwrap(await desk.api.request('rule.change', { ruleId, points }));
  if (view === null) return false;
  desk.store.dispatch({ type: 'rules-came', rules: view });
  void desk.refreshCounts();
  desk.sortAnew();
  return true;
}

/** What a rule is now: its points, null where it is switched off, `shipped` where it is as it ships. */
export function choiceOf({ changed }: RuleChangesView, ruleId: string): RulePointsChoice {
  const present = changed.find(({ id }) => id === ruleId);
  return present === undefined ? 'shipped' : present.points;
}
