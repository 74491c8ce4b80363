import { type ReactElement, useMemo, useState } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { ForgetAsk } from './forget-ask.tsx';

/** All lists, each to be deleted for good, with the labels that only its headlines have or without. */
export function ListsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const feeds = useDeskState((state) => state.feeds) ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const [withLabels, setWithLabels] = useState(false);
  const doomed = useMemo(
    () => (chosen === null ? null : ({ kind: 'feed', feedId: chosen, withLabels } as const)),
    [chosen, withLabels],
  );

  /** The list that is shown may be the one that is gone. */
  async function end(isDone: boolean): Promise<void> {
    setChosen(null);
    if (!isDone) return;
    await desk.refreshCounts();
    const next = desk.store.get().feeds?.[0];
    if (next !== undefined) return desk.showFeed(next.id);
    desk.serial.run(() => {
      desk.inQueue({ type: 'emptied' });
      return true;
    });
    onClose();
  }
  return (
    <SheetPage title={say('lists.title')} className="backups" onClose={onClose}>
      <p className="recovery-lead">{say('lists.lead')}</p>
      <label className="subscription-check">
        <input
          type="checkbox"
          checked={withLabels}
          disabled={chosen !== null}
          onChange={(event) => setWithLabels(event.target.checked)}
        />
        {say('lists.with.labels')}
      </label>
      {doomed !== null && <ForgetAsk doomed={doomed} onEnd={(isDone) => void end(isDone)} />}
      <ul className="subscription-list">
        {feeds.map(({ id, name, headlines, labelled }) => (
          <li key={id} className="subscription lists-row">
            <span>{say('feed.option', { name, headlines, labelled })}</span>
            <button
              type="button"
              className="plain-button"
              aria-label={say('lists.delete.of', { name })}
              disabled={chosen !== null}
              onClick={() => setChosen(id)}
            >
              {say('forget.ask')}
            </button>
          </li>
        ))}
      </ul>
    </SheetPage>
  );
}
