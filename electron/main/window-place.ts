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
export function isOnDisplay(place: Place, displays: readonly Place[]): boolean {
  return displays.some((display) => {
    const width = overlap(place.x, place.width, display.x, display.width);
    const top = place.y >= display.y - 1 && place.y < display.y + display.height - VISIBLE / 2;
    return top && width >= VISIBLE;
  });
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
