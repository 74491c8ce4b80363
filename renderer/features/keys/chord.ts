/** What is looked at in a key press. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/**
 * A key press as it is written in the table of keys: `1`, `j`, `/`, `Space`, `ArrowDown`, `Shift+ArrowDown`, `Mod+z`.
 * `Mod` is Ctrl or Cmd.
 */
export type Chord = string;

/**
 * The chord of a key press, or null for a press that is nobody's: one that an input method composes with, or one with
 * Alt. Digits go by the physical key, in the row or on the pad, so that they work under every layout and without Num Lock; letters by what
 * they type, and by the physical key where that is no Latin letter.
 */
export function chordOf(press: KeyPress): Chord | null {
  if (press.isComposing || press.keyCode === 229 || press.altKey) return null;
  if (press.ctrlKey && press.metaKey) return null;
  const base = baseOf(press);
  if (base === null) return null;
  const isMod = press.ctrlKey || press.metaKey;
  // What Shift types is a key of its own, except on digits and letters.
  const isShift = press.shiftKey && !/^[!-/:-@[-`{-~]$/.test(base);
  return `${isMod ? 'Mod+' : ''}${isShift ? 'Shift+' : ''}${base}`;
}

const NAMED = new Set([
  'ArrowDown',
  'ArrowUp',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  'Enter',
  'Backspace',
  'Delete',
  'F1',
]);

function baseOf({ key, code, shiftKey }: KeyPress): string | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (NAMED.has(key)) return key;
  if (code === 'Space' || key === ' ') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (code === 'Slash' && !/^[!-~]$/.test(key)) return shiftKey ? '?' : '/';
  return /^[!-~]$/.test(key) ? key : null;
}

/** A chord in the words of the platform: `⇧⌘Z`, `Ctrl+Shift+Z`, `↓`. `space` is the name of the space bar. */
export function chordText(chord: Chord, platform: string, space: string): string {
  const isMac = platform === 'darwin';
  const parts = chord.split(/\+(?=.)/);
  const base = parts.at(-1) ?? '';
  const names: Readonly<Record<string, string>> = { Space: space, ArrowDown: '↓', ArrowUp: '↑' };
  const shown = names[base] ?? (base.length === 1 && parts.length > 1 ? base.toUpperCase() : base);
  const has = (name: string) => parts.slice(0, -1).includes(name);
  if (isMac) return `${has('Shift') ? '⇧' : ''}${has('Mod') ? '⌘' : ''}${shown}`;
  return [...(has('Mod') ? ['Ctrl'] : []), ...(has('Shift') ? ['Shift'] : []), shown].join('+');
}
