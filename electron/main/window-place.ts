/** A rectangle of the screen, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window stood when it was closed. */
export interface WindowState {
  /** Where it stands when it is not maximised. */
  readonly place: Place;
  readonly isMaximised: boolean;
}

/** Pixels of the window that must be on a display, so that it can be taken hold of. */
const VISIBLE = 120;

/** Whether enough of a place is on one of the displays; a display may be gone since. */
function isOnDisplay(place: Place, displays: readonly Place[]): boolean {
  return displays.some((display) => {
    const width = overlap(place.x, place.width, display.x, display.width);
    const top = place.y >= display.y - 1 && place.y < display.y + display.height - VISIBLE / 2;
    return top && width >= VISIBLE;
  });
}

/** Where a window of this place stands now: cut to the display that shows most of it, and moved into it; null where none shows enough. */
export function placeOn(displays: readonly Place[], place: Place): Place | null {
  if (!isOnDisplay(place, displays)) return null;
  const [display] = [...displays].sort((a, b) => sharedArea(place, b) - sharedArea(place, a)) as [Place];
  const width = Math.min(place.width, display.width);
  const height = Math.min(place.height, display.height);
  return {
    x: clamp(place.x, display.x, display.x + display.width - width),
    y: clamp(place.y, display.y, display.y + display.height - height),
    width,
    height,
  };
}

/** A stored window state; null where there is none that can be read. */
export function readWindowState(stored: unknown): WindowState | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { place, isMaximised } = stored as { readonly place?: unknown; readonly isMaximised?: unknown };
  if (typeof place !== 'object' || place === null) return null;
  const { x, y, width, height } = place as Partial<Place>;
  if (![x, y, width, height].every(Number.isSafeInteger)) return null;
  return { place: { x, y, width, height } as Place, isMaximised: isMaximised === true };
}

function overlap(a: number, lengthOfA: number, b: number, lengthOfB: number): number {
  return Math.min(a + lengthOfA, b + lengthOfB) - Math.max(a, b);
}

function sharedArea(a: Place, b: Place): number {
  const width = overlap(a.x, a.width, b.x, b.width);
  const height = overlap(a.y, a.height, b.y, b.height);
  return Math.max(width, 0) * Math.max(height, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
