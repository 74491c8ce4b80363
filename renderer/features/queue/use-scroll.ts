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

/** Where the list is, and for which rows that was found. */
interface Followed {
  readonly place: ScrollPlace;
  readonly rows: number;
  readonly view: number;
  readonly selected: number;
}

/** Follows the scroller of a list of so many rows and keeps the selected one in sight. */
export function useScroll(scroller: RefObject<HTMLElement | null>, rows: number, selected: number): Scroll {
  const [view, setView] = useState(0);
  const [followed, setFollowed] = useState<Followed>({
    place: { scroll: 0, top: 0 },
    rows,
    view,
    selected: -1,
  });
  const rest = useRef<number>(undefined);

  // While it is drawn, so that a decision is drawn once: with the next row selected and the list where that is in sight.
  const isOld = followed.rows !== rows || followed.view !== view || followed.selected !== selected;
  const isLost = isOld && selected >= 0 && view > 0;
  const place = isLost ? withRowInSight({ rows, view }, followed.place, selected) : followed.place;
  if (isOld) setFollowed({ place, rows, view, selected });

  const now = useRef(place);
  const go = useCallback((to: ScrollPlace) => {
    setFollowed((before) => {
      const { scroll, top } = before.place;
      return to.scroll === scroll && to.top === top ? before : { ...before, place: to };
    });
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setView(element.clientHeight));
    observer.observe(element);
    setView(element.clientHeight);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const { scroll } = now.current;
    now.current = place;
    // Where the list stays as it is, not even asking the page: it would be laid out for the answer.
    if (scroller.current !== null && place.scroll !== scroll) scroller.current.scrollTop = place.scroll;
  }, [scroller, place]);

  useEffect(() => () => window.clearTimeout(rest.current), []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null || element.scrollTop === now.current.scroll) return;
    const frame = { rows, view };
    now.current = afterScroll(frame, now.current, element.scrollTop);
    go(now.current);
    window.clearTimeout(rest.current);
    rest.current = window.setTimeout(() => {
      const { top } = now.current;
      go({ top, scroll: scrollOf(frame, top) });
    }, REST);
  }, [scroller, rows, view, go]);

  return { place, view, onScroll };
}
