import type { ReactElement } from 'react';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { timeOfDay } from '../../ui/numbers.ts';
import { NameButton } from '../editors/name-button.tsx';
import { useKeyTexts } from '../keys/use-key-text.ts';
import { savedText } from './saved-text.ts';

/** The last line of the window: what is saved, by which model the scores are, and the keys. */
export function StatusBar(): ReactElement {
  const speech = useSay();
  const { say } = speech;
  const keyTexts = useKeyTexts();
  const saved = useDeskState((state) => state.status.saved);
  const about = useDeskState((state) => state.status.about);
  return (
    <footer className="status">
      <p className="status-saved" role="status">
        {saved === null ? (
          say('status.idle')
        ) : (
          <>
            <strong>{say('status.saved')}</strong> <time dateTime={saved.at}>{timeOfDay(saved.at)}</time>{' '}
            {savedText(saved, speech)}
          </>
        )}
      </p>
      <p className="status-keys">
        {say('status.keys', {
          undo: keyTexts('undo')[0] ?? '',
          commands: keyTexts('commands')[0] ?? '',
          help: keyTexts('help')[0] ?? say('keys.none'),
        })}
      </p>
      <NameButton />
      {about !== null && (
        <p className="status-model" title={about.folder}>
          {say('status.model', { model: about.model })} · {say('status.labels', { count: about.deskLabels })}
        </p>
      )}
    </footer>
  );
}
