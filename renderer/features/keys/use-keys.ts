import { useEffect } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import type { ActionName } from './actions.ts';
import { actionFor } from './bindings.ts';
import { type Chord, chordOf } from './chord.ts';
import { followComposition } from './composition.ts';
import { isButtonKey, isField } from './field.ts';
import { runAction } from './run-action.ts';

/** What a field does itself. */
function isEdit(action: ActionName): boolean {
  return action === 'undo' || action === 'redo' || action === 'paste';
}

/** Whether a sheet lies over the window: keys do not act on what is behind it, wherever the focus is. */
function isUnderSheet(): boolean {
  return document.querySelector('.sheet') !== null;
}

/** What a field of text may take for itself. */
function isTyping(chord: Chord): boolean {
  return !chord.startsWith('Mod+') && chord !== 'F1';
}

/** Listens to the keys of the table, wherever the focus is. In fields only keys with Ctrl or Cmd, and F1. */
export function useKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const composition = followComposition(document);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || composition.isUnderWay()) return;
      const chord = chordOf(event);
      const { view, feeds, shell } = desk.store.get();
      const place = view === 'desk' && (feeds?.length ?? 0) > 0 ? 'desk' : 'everywhere';
      const action = chord === null ? null : actionFor(chord, shell.preferences.keys, place);
      if (action === null || chord === null || isButtonKey(chord, event.target)) return;
      if (isUnderSheet()) return;
      if (isField(event.target) && (isTyping(chord) || isEdit(action))) return;
      event.preventDefault();
      runAction(desk, action);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      composition.stop();
      document.removeEventListener('keydown', onKey);
    };
  }, [desk]);
}
