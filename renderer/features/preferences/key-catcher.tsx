import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useSay } from '../../strings/use-say.ts';
import { type Chord, chordOf } from '../keys/chord.ts';

interface KeyCatcherProps {
  /** Called with the next key; null for one that cannot be used. */
  readonly onKey: (chord: Chord | null) => void;
  readonly onCancel: () => void;
}

const MODIFIERS = ['Shift', 'Control', 'Meta', 'Alt', 'CapsLock', 'Process'];

/** Waits for the key that is to be added. Tab and Escape keep their use. */
export function KeyCatcher({ onKey, onCancel }: KeyCatcherProps): ReactElement {
  const { say } = useSay();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (MODIFIERS.includes(event.key)) return;
    if (event.key !== 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.key === 'Escape' || event.key === 'Tab') onCancel();
    else onKey(chordOf(event.nativeEvent));
  }

  return (
    <button ref={button} type="button" className="key-catcher" onKeyDown={onKeyDown} onBlur={onCancel}>
      {say('settings.keys.press')}
    </button>
  );
}
