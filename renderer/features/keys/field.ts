import type { Chord } from './chord.ts';

/** True for what takes text, or has its own use for arrows and digits; all of a dialog has, a checkbox has not. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], .popover',
    ) !== null
  );
}

/** What arrows lead through: groups of choices, and the evidence, which they scroll. */
const LED_THROUGH = '[role="radiogroup"], [role="tablist"], #evidence';

/** True for the space bar on what it presses, and for arrows within what they lead through. */
export function isButtonKey(chord: Chord, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (chord === 'Space') {
    return target.closest('button, summary, a, input, [role="radio"], [role="tab"]') !== null;
  }
  return /Arrow|Page|Home|End/.test(chord) && target.closest(LED_THROUGH) !== null;
}
