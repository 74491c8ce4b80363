import { type ReactElement, useEffect } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { type Speech, useSay } from '../../strings/use-say.ts';
import { ImportRow } from '../importing/import-row.tsx';
import { messageText } from './message-text.ts';
import type { Message, Notice } from './status-state.ts';

/** Tells the newest message by the system too, where nobody looks at the window. */
function useTellAway(newest: Notice | undefined): void {
  const desk = useDesk();
  const speech = useSay();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message.
  useEffect(() => {
    if (newest !== undefined)
      desk.notify(awayTitle(newest.message, speech), messageText(newest.message, speech));
  }, [newest?.id]);
}

function awayTitle({ kind }: Message, { say }: Speech): string {
  if (kind === 'imported') return say('saved.import.title');
  return say(kind === 'exported' ? 'saved.export.title' : 'app.name');
}

/** Messages, newest last; each stays until it is dismissed. */
export function Notices(): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const notices = useDeskState((state) => state.status.notices);
  const importing = useDeskState((state) => state.status.importing);
  useTellAway(notices.at(-1));
  return (
    <ul className="notices" aria-live="polite">
      {importing !== null && <ImportRow {...importing} />}
      {notices.map(({ id, message }) => (
        <li
          key={id}
          className={`notice notice-${message.kind}`}
          role={message.kind === 'trouble' ? 'alert' : undefined}
        >
          <span className="notice-text">{messageText(message, speech)}</span>
          <button
            type="button"
            className="notice-close"
            aria-label={speech.say('status.close')}
            onClick={() => desk.store.dispatch({ type: 'status', action: { type: 'dismissed', id } })}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
