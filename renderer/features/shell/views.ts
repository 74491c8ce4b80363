/** The pages of the window, in the order of their keys. */
export const VIEWS = ['desk', 'model', 'today', 'editors'] as const;

export type View = (typeof VIEWS)[number];

/** What is looked at in a key press. */
interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The page that Ctrl or Cmd with a digit asks for, by the physical key; null for any other key. */
export function viewOfKey(press: KeyPress): View | null {
  if (press.ctrlKey === press.metaKey || press.altKey || press.shiftKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  return (digit === undefined ? undefined : VIEWS[Number(digit) - 1]) ?? null;
}
