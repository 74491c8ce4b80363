import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { VersionsView } from '#contract/model-views.ts';
import { platform } from '../../api.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { undoChange } from './model-actions.ts';

/** Takes back the latest change of the model, and says which; nothing where there is none. */
export function UndoChange({ versions }: { readonly versions: VersionsView | null }): ReactElement | null {
  const desk = useDesk();
  const { say } = useSay();
  const undoable = versions?.undoable ?? null;
  if (undoable === null) return null;
  const key = platform === 'darwin' ? '⌘Z' : 'Ctrl+Z';
  return (
    <Button className="plain-button" onPress={() => void undoChange(desk)}>
      {undoable.kind === 'costs'
        ? say('change.undo.costs', { key })
        : say('change.undo.restored', { key, version: undoable.refersTo ?? 0 })}
    </Button>
  );
}
