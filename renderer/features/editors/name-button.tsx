import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
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
  if (editors === null) return null;
  const name = nameOf(editors.annotator ?? '', speech);
  return (
    <DialogTrigger>
      <Button className="link status-name">{say('editor.change', { name: shorten(name, 12) })}</Button>
      <Popover className="popover" placement="top end">
        <Dialog className="popover-dialog" aria-label={say('editor.change.title')}>
          {({ close }) => (
            <>
              <p className="popover-title">{say('editor.change.title')}</p>
              <NameForm editors={editors} onDone={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
