import { describe, expect, it } from 'vitest';
import { isOnDisplay, readWindowState } from './window-place.ts';

const DISPLAYS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 200, width: 1280, height: 1024 },
];
const place = (x: number, y: number) => ({ x, y, width: 1000, height: 700 });

describe('a window that was closed', () => {
  it('comes back where enough of it can be seen', () => {
    expect(isOnDisplay(place(100, 100), DISPLAYS)).toBe(true);
    expect(isOnDisplay(place(2500, 300), DISPLAYS)).toBe(true);
    expect(isOnDisplay(place(1900, 50), DISPLAYS)).toBe(false);
    expect(isOnDisplay(place(-880, 0), DISPLAYS)).toBe(true);
  });

  it('does not come back on a display that is gone, or with its title out of reach', () => {
    expect(isOnDisplay(place(4000, 100), DISPLAYS)).toBe(false);
    expect(isOnDisplay(place(-950, 0), DISPLAYS)).toBe(false);
    expect(isOnDisplay(place(100, -300), DISPLAYS)).toBe(false);
    expect(isOnDisplay(place(100, 1070), DISPLAYS)).toBe(false);
    expect(isOnDisplay(place(100, 100), [])).toBe(false);
  });

  it('is read only where all of it is there', () => {
    const state = { place: place(1, 2), isMaximised: true };
    expect(readWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    for (const broken of [null, 3, {}, { place: 1 }, { place: { ...place(1, 2), width: 'x' } }])
      expect(readWindowState(broken)).toBeNull();
  });
});
