import { useEffect } from 'react';
import type { Desk } from '../../state/desk.ts';
import { useDesk } from '../../state/use-desk.ts';
import { isField } from '../keys/field.ts';

/** Opens what is pasted outside a field as a list: files, or text of several lines. */
export function usePaste(): void {
  const desk = useDesk();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || isField(event.target)) return;
      event.preventDefault();
      take(desk, event.clipboardData);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [desk]);
}

function take(desk: Desk, data: DataTransfer): void {
  const files = [...data.files];
  const text = data.getData('text/plain').trim();
  if (text.includes('\n')) void desk.pasteText(text);
  else if (files.length > 0) void desk.openFiles(files);
  else if (text !== '') desk.tell({ kind: 'one-line' });
}
