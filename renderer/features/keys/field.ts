import type { Chord } from './chord.ts';

/** True for what takes text, or has its own use for arrows and digits; all of a dialog has. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], .popover') !== null
  );
}

/** True for the space bar on what it presses, and for arrows within a group that they lead through. */
export function isButtonKey(chord: Chord, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (chord === 'Space') return target.closest('button, summary, a, [role="radio"], [role="tab"]') !== null;
  return /Arrow|Home|End/.test(chord) && target.closest('[role="radiogroup"], [role="tablist"]') !== null;
}
