import type { ReactElement } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { ImportRow } from '../importing/import-row.tsx';
import { messageText } from './message-text.ts';

/** Messages, newest last; each stays until it is dismissed. */
export function Notices(): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const notices = useDeskState((state) => state.status.notices);
  const importing = useDeskState((state) => state.status.importing);
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
