import { useEffect } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { viewOfKey } from './views.ts';

/** Ctrl or Cmd with a digit turns to a page, wherever the focus is. */
export function useViewKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const view = viewOfKey(event);
      if (view === null) return;
      event.preventDefault();
      desk.store.dispatch({ type: 'view-chosen', view });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}
