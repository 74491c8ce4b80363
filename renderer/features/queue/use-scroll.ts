import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { afterScroll, type ScrollPlace, scrollOf, withRowInSight } from './scroll-window.ts';

/** Milliseconds without a move after which the bar is put where it belongs. */
const REST = 120;

export interface Scroll {
  readonly place: ScrollPlace;
  /** Height of the scroller in pixels. */
  readonly view: number;
  readonly onScroll: () => void;
}

/** Follows the scroller of a list of so many rows and keeps the selected one in sight. */
export function useScroll(scroller: RefObject<HTMLElement | null>, rows: number, selected: number): Scroll {
  const [view, setView] = useState(0);
  const [place, setPlace] = useState<ScrollPlace>({ scroll: 0, top: 0 });
  const now = useRef(place);
  const rest = useRef<number>(undefined);

  const go = useCallback(
    (to: ScrollPlace) => {
      now.current = to;
      setPlace(to);
      if (scroller.current !== null && scroller.current.scrollTop !== to.scroll)
        scroller.current.scrollTop = to.scroll;
    },
    [scroller],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setView(element.clientHeight));
    observer.observe(element);
    setView(element.clientHeight);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    if (selected >= 0 && view > 0) go(withRowInSight({ rows, view }, now.current, selected));
  }, [selected, rows, view, go]);

  useEffect(() => () => window.clearTimeout(rest.current), []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null || element.scrollTop === now.current.scroll) return;
    const frame = { rows, view };
    now.current = afterScroll(frame, now.current, element.scrollTop);
    setPlace(now.current);
    window.clearTimeout(rest.current);
    rest.current = window.setTimeout(() => {
      const { top } = now.current;
      go({ top, scroll: scrollOf(frame, top) });
    }, REST);
  }, [scroller, rows, view, go]);

  return { place, view, onScroll };
}
