import { useCallback } from 'react';
import { platform } from '../../api.ts';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import type { ActionName } from './actions.ts';
import { keysOf } from './bindings.ts';
import { chordText } from './chord.ts';

/** Gives the keys of an action as the platform writes them, the editor's own first. */
export function useKeyTexts(): (name: ActionName) => readonly string[] {
  const { say } = useSay();
  const chosen = useDeskState((state) => state.shell.preferences.keys);
  return useCallback(
    (name) =>
      keysOf(name, chosen)
        .filter((chord) => platform !== 'darwin' || chord !== 'Mod+y')
        .map((chord) => chordText(chord, platform, say('keys.space'))),
    [say, chosen],
  );
}
