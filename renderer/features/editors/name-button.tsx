import { type ReactElement, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { nameOf } from './editor-name.ts';
import { NameForm } from './name-form.tsx';

/** In the status bar: whose name labels carry, and the way to change it. */
export function NameButton(): ReactElement | null {
  const speech = useSay();
  const { say } = speech;
  const editors = useDeskState((state) => state.editors);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (editors === null) return null;
  const name = nameOf(editors.annotator ?? '', speech);
  return (
    <>
      <Button
        ref={button}
        className="link status-name"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(true)}
      >
        {say('editor.change', { name: shorten(name, 12) })}
      </Button>
      <Popover
        className="popover"
        placement="top end"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
      >
        <Dialog className="popover-dialog" aria-label={say('editor.change.title')}>
          <p className="popover-title">{say('editor.change.title')}</p>
          <NameForm editors={editors} onDone={() => setIsOpen(false)} />
        </Dialog>
      </Popover>
    </>
  );
}
