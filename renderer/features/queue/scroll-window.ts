/** Pixels of every row. */
export const ROW_HEIGHT = 66;

/**
 * Pixels of the tallest list that is laid out at its true height. Chromium draws nothing beyond 33,554,428 and other
 * engines beyond 16,777,216; longer lists are scrolled through at a scale.
 */
const TALLEST = 15_000_000;

/** A list of rows of one height in a scroller; all lengths in pixels. */
export interface ScrollFrame {
  readonly rows: number;
  /** Height of the scroller. */
  readonly view: number;
}

/** Where the list is: `scroll` is what the scroller says, `top` the place in the list at its true height. */
export interface ScrollPlace {
  readonly scroll: number;
  readonly top: number;
}

/** Height of the element that stands for the whole list. */
export function laidOutHeight({ rows }: ScrollFrame): number {
  return Math.min(rows * ROW_HEIGHT, TALLEST);
}

/** The largest `top`. */
function lastTop({ rows, view }: ScrollFrame): number {
  return Math.max(0, rows * ROW_HEIGHT - view);
}

/** The largest `scroll`. */
function lastScroll(frame: ScrollFrame): number {
  return Math.max(0, laidOutHeight(frame) - frame.view);
}

/**
 * The place after the scroller has moved: a short way is taken pixel by pixel, a long one at the scale of the list.
 * After short ways the scroller is to be put right by {@link scrollOf} once it rests.
 */
export function afterScroll(frame: ScrollFrame, before: ScrollPlace, scroll: number): ScrollPlace {
  const [tops, scrolls] = [lastTop(frame), lastScroll(frame)];
  if (scrolls === tops) return { scroll, top: scroll };
  const way = scroll - before.scroll;
  if (Math.abs(way) > 2 * frame.view) return { scroll, top: (scroll / scrolls) * tops };
  const top = Math.max(0, Math.min(tops, before.top + way));
  if (scroll <= 0 && top < frame.view) return { scroll, top: 0 };
  return { scroll, top: scroll >= scrolls && top > tops - frame.view ? tops : top };
}

/** The place at which a row is in sight, moved as little as possible. */
export function withRowInSight(frame: ScrollFrame, place: ScrollPlace, row: number): ScrollPlace {
  const above = row * ROW_HEIGHT;
  const below = above + ROW_HEIGHT - frame.view;
  const top = Math.max(0, Math.min(lastTop(frame), Math.max(below, Math.min(above, place.top))));
  return top === place.top ? place : { top, scroll: scrollOf(frame, top) };
}

/** Where the scroller stands for a place in the list. */
export function scrollOf(frame: ScrollFrame, top: number): number {
  const tops = lastTop(frame);
  return tops === 0 ? 0 : Math.round((top / tops) * lastScroll(frame));
}

/** The first and the last row in sight. */
export function rowsInSight({ rows, view }: ScrollFrame, top: number): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT));
  return { first, last: Math.min(rows - 1, Math.ceil((top + view) / ROW_HEIGHT)) };
}
