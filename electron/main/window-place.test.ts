import { describe, expect, it } from 'vitest';
import { placeOn, readWindowState } from './window-place.ts';

const DISPLAYS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 200, width: 1280, height: 1024 },
];
const place = (x: number, y: number) => ({ x, y, width: 1000, height: 700 });

describe('a window that was closed', () => {
  it('comes back where enough of it can be seen, as it was where all of it can', () => {
    expect(placeOn(DISPLAYS, place(100, 100))).toEqual(place(100, 100));
    expect(placeOn(DISPLAYS, place(2000, 300))).toEqual(place(2000, 300));
    expect(placeOn(DISPLAYS, place(-880, 0))).toEqual(place(0, 0));
    expect(placeOn(DISPLAYS, place(1800, 900))).toEqual(place(1920, 524));
  });

  it('does not come back on a display that is gone, or with its title out of reach', () => {
    expect(placeOn(DISPLAYS, place(1900, 50))).toBeNull();
    expect(placeOn(DISPLAYS, place(4000, 100))).toBeNull();
    expect(placeOn(DISPLAYS, place(-950, 0))).toBeNull();
    expect(placeOn(DISPLAYS, place(100, -300))).toBeNull();
    expect(placeOn(DISPLAYS, place(100, 1070))).toBeNull();
    expect(placeOn([], place(100, 100))).toBeNull();
  });

  it('is no larger than the display that shows it now', () => {
    const laptop = { x: 0, y: 25, width: 1366, height: 743 };
    const large = { x: 40, y: 60, width: 2400, height: 1300 };
    expect(placeOn([laptop], large)).toEqual(laptop);
    expect(placeOn([laptop], { ...large, height: 600 })).toEqual({ ...laptop, y: 60, height: 600 });
  });

  it('is read only where all of it is there', () => {
    const state = { place: place(1, 2), isMaximised: true };
    expect(readWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    for (const broken of [null, 3, {}, { place: 1 }, { place: { ...place(1, 2), width: 'x' } }])
      expect(readWindowState(broken)).toBeNull();
  });
});
