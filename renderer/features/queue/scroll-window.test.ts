import { describe, expect, it } from 'vitest';
import {
  afterScroll,
  laidOutHeight,
  ROW_HEIGHT,
  rowsInSight,
  scrollOf,
  withRowInSight,
} from './scroll-window.ts';

const short = { rows: 1000, view: 600 };
const long = { rows: 1_000_000, view: 600 };
const START = { scroll: 0, top: 0 };

describe('scroll window', () => {
  it('leaves a list that can be laid out as it is', () => {
    expect(laidOutHeight(short)).toBe(1000 * ROW_HEIGHT);
    expect(afterScroll(short, START, 12_345)).toEqual({ scroll: 12_345, top: 12_345 });
  });

  it('reaches every row of a million within the height that a browser can draw', () => {
    expect(laidOutHeight(long)).toBeLessThan(16_000_000);
    const end = laidOutHeight(long) - long.view;
    expect(rowsInSight(long, afterScroll(long, START, end).top).last).toBe(999_999);
    expect(rowsInSight(long, afterScroll(long, { scroll: end, top: 9e9 }, 0).top).first).toBe(0);
    for (const row of [0, 1, 499_999, 999_998, 999_999]) {
      const { top, scroll } = withRowInSight(long, START, row);
      const { first, last } = rowsInSight(long, top);
      expect(first <= row && row <= last).toBe(true);
      expect(scroll).toBe(scrollOf(long, top));
    }
  });

  it('moves by single rows where the wheel turns, though the list is scaled', () => {
    let place = withRowInSight(long, START, 500_000);
    const before = place.top;
    for (let turn = 0; turn < 10; turn += 1) place = afterScroll(long, place, place.scroll + 100);
    expect(place.top).toBe(before + 1000);
  });

  it('jumps at the scale of the list where its bar is dragged', () => {
    const half = (laidOutHeight(long) - long.view) / 2;
    const { first } = rowsInSight(long, afterScroll(long, START, half).top);
    expect(Math.abs(first - 500_000)).toBeLessThan(10);
  });

  it('moves no more than needed to show a row', () => {
    const place = { scroll: 1000, top: 1000 };
    expect(withRowInSight(short, place, 16)).toBe(place);
    expect(withRowInSight(short, place, 15).top).toBe(15 * ROW_HEIGHT);
    expect(withRowInSight(short, place, 40).top).toBe(41 * ROW_HEIGHT - 600);
  });
});
