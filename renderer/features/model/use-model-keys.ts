import { useEffect } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { undoChange } from './model-actions.ts';
import { isUndoKey } from './undo-key.ts';

/** In the model room Ctrl or Cmd+Z takes back the latest change of the model. */
export function useModelKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isUndoKey(event)) return;
      event.preventDefault();
      void undoChange(desk);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}
