import { useEffect } from 'react';
import type { Desk } from '../../state/desk.ts';
import { useDesk } from '../../state/use-desk.ts';
import { focusSearch } from '../queue/search-field.ts';
import { commandOf, type KeyCommand } from './key-map.ts';

/** While `isActive`, listens to the keys of the desk, wherever the focus is, except in fields. */
export function useKeys(isActive: boolean): void {
  const desk = useDesk();
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, isField(event.target));
      if (command === null) return;
      event.preventDefault();
      carryOut(desk, command);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk, isActive]);
}

/** True for what takes text, or has its own use for arrows and digits; all of a dialog has. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}

function carryOut(desk: Desk, command: KeyCommand): void {
  if (command.kind === 'label') desk.label(command.label);
  else if (command.kind === 'move') desk.move(command.by);
  else if (command.kind === 'undo') desk.undo();
  else focusSearch();
}
