import { type ReactElement, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { SavedViewView } from '#contract/list-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { focusList } from '../queue/search-field.ts';
import { putView, removeView, saveView } from './view-actions.ts';

/** Characters of a view's name. */
const LONGEST = 60;

/** Keeps the present list under a name, renames and removes those that are kept. */
export function ViewMenu({ onRemoved }: { readonly onRemoved: (view: SavedViewView) => void }): ReactElement {
  const { say } = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    setTimeout(focusList, 0);
  };
  return (
    <>
      <Button
        id="view-button"
        ref={button}
        className="link"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(true)}
      >
        {say('views.manage')}
      </Button>
      <Popover
        className="popover"
        placement="bottom start"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(open) => (open ? setIsOpen(true) : close())}
      >
        <Dialog className="popover-dialog view-menu" aria-label={say('views.manage.title')}>
          <NewView onDone={close} />
          <KeptViews
            onRemoved={(view) => {
              onRemoved(view);
              close();
            }}
          />
        </Dialog>
      </Popover>
    </>
  );
}

function NewView({ onDone }: { readonly onDone: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const choice = useDeskState((state) => state.queue.choice);
  const [name, setName] = useState('');
  const trimmed = name.trim();
  return (
    <form
      className="view-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === '') return;
        void saveView(desk, trimmed, choice);
        onDone();
      }}
    >
      <label>
        <span className="field-label">{say('views.new')}</span>
        <input
          className="text-input"
          value={name}
          maxLength={LONGEST}
          placeholder={say('views.new.hint')}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="quiet" disabled={trimmed === ''}>
        {say('views.save')}
      </button>
    </form>
  );
}

function KeptViews({
  onRemoved,
}: {
  readonly onRemoved: (view: SavedViewView) => void;
}): ReactElement | null {
  const desk = useDesk();
  const { say } = useSay();
  const views = useDeskState((state) => state.views);
  if (views.length === 0) return null;
  const rename = (view: SavedViewView, name: string) => {
    if (name !== '' && name !== view.name) void putView(desk, { ...view, name });
  };
  return (
    <>
      <p className="popover-title">{say('views.kept')}</p>
      <ul className="view-kept">
        {views.map((view) => (
          <li key={view.id}>
            <input
              className="text-input"
              aria-label={say('views.rename', { name: view.name })}
              defaultValue={view.name}
              maxLength={LONGEST}
              onBlur={(event) => rename(view, event.target.value.trim())}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing)
                  rename(view, event.currentTarget.value.trim());
              }}
            />
            <button
              type="button"
              className="quiet"
              aria-label={say('views.remove', { name: view.name })}
              onClick={() => {
                void removeView(desk, view.id);
                onRemoved(view);
              }}
            >
              {say('views.remove.short')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
