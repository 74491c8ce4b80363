import { commandOf, type KeyPress } from '../labels/key-map.ts';

/** True for the key that takes back, by the rules of the desk's keys. */
export function isUndoKey(press: KeyPress): boolean {
  return commandOf(press, false)?.kind === 'undo';
}
