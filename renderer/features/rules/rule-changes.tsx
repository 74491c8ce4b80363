import { type ReactElement, useEffect } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { changeRule } from './rule-actions.ts';

/** The rules that this workspace has changed, each to be given back, and the latest change to be undone. */
export function RuleChanges(): ReactElement | null {
  const desk = useDesk();
  const { say, tell } = useSay();
  const rules = useDeskState((state) => state.rules);
  const last = useDeskState((state) => state.lastRule);
  const isKnown = rules !== null;

  useEffect(() => {
    if (isKnown) return;
    void desk.api.request('rule.changes', {}).then((answer) => {
      if (answer.ok) desk.store.dispatch({ type: 'rules-came', rules: answer.value });
    });
  }, [desk, isKnown]);

  if (rules === null || (rules.changed.length === 0 && last === null)) return null;
  const undo = async () => {
    if (last !== null && (await changeRule(desk, last.id, last.before)))
      desk.store.dispatch({ type: 'rule-changed', last: null });
  };
  return (
    <section className="rule-changes" aria-label={say('rule.changed')}>
      <p role="status">
        {last !== null && (
          <>
            {say('rule.changed.now', { name: last.name })}{' '}
            <button type="button" className="link" onClick={() => void undo()}>
              {say('views.undo')}
            </button>
          </>
        )}
      </p>
      {rules.changed.length > 0 && <h3 className="story-head">{say('rule.changed')}</h3>}
      <ul className="rule-ways">
        {rules.changed.map(({ id, description, shipped, points }) => (
          <li key={id}>
            {tell(description)}
            {points === null ? say('rule.is.off') : say('rule.is.points', { shipped, points })}{' '}
            <button
              type="button"
              className="link"
              aria-label={say('rule.give.back', { name: tell(description) })}
              onClick={() => void changeRule(desk, id, 'shipped')}
            >
              {say('rule.give.back.short')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
