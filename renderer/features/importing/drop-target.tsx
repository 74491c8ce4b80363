import { type DragEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';

/** The whole window takes files and text that are dropped on it. */
export function DropTarget({ children }: { readonly children: ReactNode }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const [isOver, setIsOver] = useState(false);

  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setIsOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node)) setIsOver(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    const text = event.dataTransfer.getData('text/plain');
    if (files.length > 0) void desk.openFiles(files);
    else if (text.trim() !== '') void desk.pasteText(text);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the menu and the keys beside it.
    <div className="window" onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {isOver && <p className="drop-hint">{say('drop.here')}</p>}
    </div>
  );
}
