import { CREDIBLE, type Label } from '#classifier/core/axis.ts';

/** What a key asks for. */
export type KeyCommand =
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'search' };

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

/** The four decisions, in the order of their keys 1 to 4. */
export const DECISIONS = [
  { key: '1', name: 'label.credible', label: CREDIBLE },
  { key: '2', name: 'label.sensational', label: { sensational: true, implausible: false } },
  { key: '3', name: 'label.implausible', label: { sensational: false, implausible: true } },
  { key: '4', name: 'label.both', label: { sensational: true, implausible: true } },
] as const satisfies readonly { readonly key: string; readonly name: string; readonly label: Label }[];

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  KeyJ: 1,
  KeyK: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * The command of a key press, or null. Digits go by the physical key, so that they work under every layout;
 * letters by what they type, and by the physical key where that is no Latin letter. Nothing fires while an input
 * method composes.
 * @param inField the press goes to a field that takes text or has keys of its own
 */
export function commandOf(press: KeyPress, inField: boolean): KeyCommand | null {
  if (press.isComposing || press.keyCode === 229 || inField || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    return !press.shiftKey && letterOf(press) === 'KeyZ' ? { kind: 'undo' } : null;
  }
  if (press.shiftKey) return null;
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(press.code)?.[1];
  const decision = DECISIONS.find((one) => one.key === digit);
  if (decision !== undefined) return { kind: 'label', label: decision.label };
  if (press.key === '/' || press.code === 'Slash') return { kind: 'search' };
  const by = MOVES[letterOf(press)];
  return by === undefined ? null : { kind: 'move', by };
}

/** `KeyZ` for the key that types z. */
function letterOf(press: KeyPress): string {
  return /^[a-z]$/i.test(press.key) ? `Key${press.key.toUpperCase()}` : press.code;
}
