import { useEffect } from 'react';
import type { MenuCommand } from '#contract/events.ts';
import type { Desk } from '../../state/desk.ts';
import { useDesk } from '../../state/use-desk.ts';
import { undoChange } from '../model/model-actions.ts';
import { focusSearch } from '../queue/search-field.ts';
import { isField } from './use-keys.ts';

/** Does what the menu bar asks of the window. */
export function useMenu(): void {
  const desk = useDesk();
  useEffect(() => desk.api.on('menu.command', ({ command }) => carryOut(desk, command)), [desk]);
}

function carryOut(desk: Desk, command: MenuCommand): void {
  if (command === 'view-desk') desk.store.dispatch({ type: 'view-chosen', view: 'desk' });
  else if (command === 'view-model') desk.store.dispatch({ type: 'view-chosen', view: 'model' });
  else if (command === 'view-today') desk.store.dispatch({ type: 'view-chosen', view: 'today' });
  else if (command === 'view-editors') desk.store.dispatch({ type: 'view-chosen', view: 'editors' });
  else if (command === 'open') void desk.openByDialog();
  else if (command === 'paste') void desk.pasteClipboard();
  else if (command === 'export') void desk.exportLabels();
  else if (command === 'search') {
    desk.store.dispatch({ type: 'view-chosen', view: 'desk' });
    setTimeout(focusSearch, 0);
  } else if (isField(document.activeElement)) document.execCommand('undo');
  else if (desk.store.get().view === 'model') void undoChange(desk);
  else desk.undo();
}
