import { useEffect, useState } from 'react';
import type { AgreementView } from '#contract/desk-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';

/** How far editors agree and where they differ; asked anew for another editor or share, and as labels are learned. */
export function useAgreement(): readonly [AgreementView | null, (next: AgreementView | null) => void] {
  const desk = useDesk();
  const editors = useDeskState((state) => state.editors);
  const model = useDeskState((state) => state.status.about?.model);
  const [agreement, setAgreement] = useState<AgreementView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who sits at the desk and what was learned change it.
  useEffect(() => {
    let isOver = false;
    void desk.api.request('editors.agreement', {}).then((answer) => {
      const value = desk.unwrap(answer);
      if (!isOver && value !== null) setAgreement(value);
    });
    return () => {
      isOver = true;
    };
  }, [desk, editors, model]);
  return [
    agreement,
    (next) => {
      if (next !== null) setAgreement(next);
    },
  ];
}
