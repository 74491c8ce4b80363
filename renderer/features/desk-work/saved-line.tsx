import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WorkView } from '#contract/desk-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { dayAndTime } from '../../ui/numbers.ts';
import { nameOf } from '../editors/editor-name.ts';

interface SavedLineProps {
  readonly last: WorkView['last'];
  readonly onUndo: () => void;
}

/** Says that the latest step of desk work is on disk, by whom, and takes it back. */
export function SavedLine({ last, onUndo }: SavedLineProps): ReactElement {
  const speech = useSay();
  const { say } = speech;
  return (
    <p className="work-saved" aria-live="polite">
      {last !== null && (
        <>
          {say('work.saved', {
            field: say(`work.${last.field}`),
            who: nameOf(last.annotator, speech),
            time: dayAndTime(last.at),
          })}{' '}
          <Button className="link" onPress={onUndo}>
            {say('work.undo')}
          </Button>
        </>
      )}
    </p>
  );
}
