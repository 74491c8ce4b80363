import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { ACTION_NAMES, type ActionName, actionOf } from './actions.ts';
import { findActions } from './find-actions.ts';
import { runAction } from './run-action.ts';
import { useKeyTexts } from './use-key-text.ts';

/** Every action by its name, with its keys: type to find, arrows to choose, Enter to do it. */
export function CommandsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const keyTexts = useKeyTexts();
  const isOnDesk = useDeskState(({ view, feeds }) => view === 'desk' && (feeds?.length ?? 0) > 0);
  const [typed, setTyped] = useState('');
  const names = ACTION_NAMES.filter(
    (name) => name !== 'commands' && (isOnDesk || actionOf(name).scope === 'everywhere'),
  );
  const found = findActions(typed, names);

  function choose(name: ActionName): void {
    onClose();
    setTimeout(() => runAction(desk, name), 0);
  }

  /** Enter that ends a composition chooses nothing. */
  function onKeyDownCapture(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
  }

  return (
    <SheetPage title={say('commands.title')} className="commands" onClose={onClose}>
      <div className="commands-body" onKeyDownCapture={onKeyDownCapture}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField className="commands-search" aria-label={say('commands.search')} autoFocus>
            <Input className="field-input commands-input" placeholder={say('commands.search')} />
          </SearchField>
          <ListBox
            className="commands-list"
            aria-label={say('commands.list')}
            items={found.map((name) => ({ id: name }))}
            onAction={(key) => choose(key as ActionName)}
            renderEmptyState={() => <p className="card-lead">{say('commands.empty')}</p>}
          >
            {({ id }) => (
              <ListBoxItem id={id} className="command" textValue={say(`action.${id}`)}>
                <span>{say(`action.${id}`)}</span>
                <span className="command-keys">
                  {keyTexts(id).map((text) => (
                    <kbd key={text}>{text}</kbd>
                  ))}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </SheetPage>
  );
}
