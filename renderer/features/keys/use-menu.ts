import { useEffect } from 'react';
import type { MenuCommand } from '#contract/events.ts';
import type { Desk } from '../../state/desk.ts';
import { useDesk } from '../../state/use-desk.ts';
import { isField } from './field.ts';
import { runAction } from './run-action.ts';

/** Does what the menu bar asks of the window. */
export function useMenu(): void {
  const desk = useDesk();
  useEffect(() => desk.api.on('menu.command', ({ command }) => carryOut(desk, command)), [desk]);
}

/** Undo and redo of the menu are those of the field that the cursor is in. */
function carryOut(desk: Desk, command: MenuCommand): void {
  const isEdit = command === 'undo' || command === 'redo';
  if (isEdit && isField(document.activeElement)) document.execCommand(command);
  else runAction(desk, command);
}
