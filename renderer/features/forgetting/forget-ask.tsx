import { type ReactElement, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Doomed, ForgetCounts } from '#contract/forget-channels.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';

interface ForgetAskProps {
  readonly doomed: Doomed;
  /** Called when it was deleted, or left. */
  readonly onEnd: (isDone: boolean) => void;
}

/** The second question before something is deleted for good: how much it is, and whether the editor is sure. The way back has the focus. */
export function ForgetAsk({ doomed, onEnd }: ForgetAskProps): ReactElement {
  const { api, unwrap } = useDesk();
  const { say } = useSay();
  const [counts, setCounts] = useState<ForgetCounts | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void api.request('forget.count', { doomed }).then((answer) => setCounts(unwrap(answer)));
  }, [api, unwrap, doomed]);

  async function carryOut(): Promise<void> {
    setBusy(true);
    const outcome = unwrap(await api.request('forget.carry-out', { doomed }));
    setBusy(false);
    onEnd(outcome !== null);
  }
  return (
    <div role="alert" className="backups-sure" aria-busy={isBusy}>
      {counts !== null && (
        <p>{say(keepsLabels(doomed) ? 'forget.sure.list' : 'forget.sure', { ...counts })}</p>
      )}
      <p className="backups-buttons">
        <button
          type="button"
          className="plain-button"
          disabled={isBusy || counts === null}
          onClick={() => void carryOut()}
        >
          {say('forget.yes')}
        </button>
        <Button className="quiet" autoFocus isDisabled={isBusy} onPress={() => onEnd(false)}>
          {say('forget.no')}
        </Button>
      </p>
    </div>
  );
}

function keepsLabels(doomed: Doomed): boolean {
  return doomed.kind === 'feed' && !doomed.withLabels;
}
