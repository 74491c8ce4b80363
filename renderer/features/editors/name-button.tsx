import type { ReactElement } from 'react';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { nameOf } from './editor-name.ts';
import { NameForm } from './name-form.tsx';

/** In the status bar: whose name labels carry, and the way to change it. */
export function NameButton(): ReactElement | null {
  const speech = useSay();
  const { say } = speech;
  const editors = useDeskState((state) => state.editors);
  if (editors === null) return null;
  const name = nameOf(editors.annotator ?? '', speech);
  return (
    <PopoverButton
      className="link status-name"
      label={say('editor.change', { name: shorten(name, 12) })}
      title={say('editor.change.title')}
      placement="top end"
    >
      {(close) => (
        <>
          <p className="popover-title">{say('editor.change.title')}</p>
          <NameForm editors={editors} onDone={close} />
        </>
      )}
    </PopoverButton>
  );
}
