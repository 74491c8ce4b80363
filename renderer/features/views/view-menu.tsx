import { type ReactElement, useState } from 'react';
import type { SavedViewView } from '#contract/list-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { focusList } from '../queue/search-field.ts';
import { putView, removeView, saveView } from './view-actions.ts';

/** Characters of a view's name. */
const LONGEST = 60;

/** Keeps the present list under a name, renames and removes those that are kept. */
export function ViewMenu({ onRemoved }: { readonly onRemoved: (view: SavedViewView) => void }): ReactElement {
  const { say } = useSay();
  return (
    <PopoverButton
      id="view-button"
      className="link"
      label={say('views.manage')}
      title={say('views.manage.title')}
      dialogClass="view-menu"
      placement="bottom start"
      onClosed={focusList}
    >
      {(close) => (
        <>
          <NewView onDone={close} />
          <KeptViews
            onRemoved={(view) => {
              onRemoved(view);
              close();
            }}
          />
        </>
      )}
    </PopoverButton>
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
