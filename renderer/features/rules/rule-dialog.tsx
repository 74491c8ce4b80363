import { type ReactElement, useEffect, useState } from 'react';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { useTrouble } from '../status/use-trouble.ts';
import { changeRule, choiceOf } from './rule-actions.ts';
import { RuleForm } from './rule-form.tsx';
import { RulePreview } from './rule-preview.tsx';

interface RuleDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Switches a rule off or gives it other points, once it was seen what that does to the list. */
export function RuleDialog({ id, name, onClose }: RuleDialogProps): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const rules = useDeskState((state) => state.rules);
  const [wanted, setWanted] = useState<RulePointsChoice | undefined>(undefined);
  const [isApplying, setIsApplying] = useState(false);
  const { trouble, unwrap } = useTrouble();

  useEffect(() => {
    void desk.api.request('rule.changes', {}).then((answer) => {
      const view = unwrap(answer);
      if (view !== null) desk.store.dispatch({ type: 'rules-came', rules: view });
    });
  }, [desk, unwrap]);

  const points = rules?.rules.find((rule) => rule.id === id)?.points;
  const apply = async () => {
    if (wanted === undefined || rules === null) return;
    setIsApplying(true);
    const before = choiceOf(rules, id);
    const isDone = await changeRule(desk, id, wanted, unwrap);
    setIsApplying(false);
    if (!isDone) return;
    desk.store.dispatch({ type: 'rule-changed', last: { id, name, before } });
    onClose();
  };
  return (
    <SheetPage title={name} className="rule-sheet" trouble={trouble} onClose={onClose}>
      {rules !== null && points === undefined && <p>{say('rule.own')}</p>}
      {rules !== null && points !== undefined && (
        <>
          <p className="card-lead">{say('rule.prior')}</p>
          <RuleForm points={points} onChange={setWanted} />
          {wanted !== undefined && <RulePreview ruleId={id} points={wanted} unwrap={unwrap} />}
        </>
      )}
      <div className="rule-buttons">
        <button
          type="button"
          className="main-button"
          disabled={wanted === undefined || isApplying}
          onClick={() => void apply()}
        >
          {say(isApplying ? 'rule.applying' : 'rule.apply')}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {say('rule.cancel')}
        </button>
      </div>
    </SheetPage>
  );
}
