import type { ReactElement } from 'react';
import { useSay } from '../strings/use-say.ts';
import { splitHidden } from './hidden-characters.ts';

/** A text as text, with every hidden character as a chip that shows its code. */
export function PlainText({ text }: { readonly text: string }): ReactElement {
  const { say } = useSay();
  return (
    <>
      {splitHidden(text).map((piece) =>
        piece.code === null ? (
          piece.text
        ) : (
          <span
            key={piece.start}
            className="hidden-character"
            title={say('hidden.character', { code: piece.code })}
          >
            {piece.code}
          </span>
        ),
      )}
    </>
  );
}
