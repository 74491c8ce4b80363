import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { watchPage } from './page-watch.ts';

function setUp() {
  const seen: string[] = [];
  const clock = { now: 0 };
  const contents = Object.assign(new EventEmitter(), { reload: () => void seen.push('reload') });
  watchPage(contents as unknown as WebContents, {
    onGone: (reason) => seen.push(reason),
    onGivenUp: () => seen.push('given up'),
    now: () => clock.now,
  });
  return {
    seen,
    die(time: number, reason = 'crashed') {
      clock.now = time;
      contents.emit('render-process-gone', {}, { reason });
    },
    failToLoad: (code: number, address = 'jianwen://app/index.html', isMainFrame = true) =>
      contents.emit('did-fail-load', {}, code, 'ERR_FAILED', address, isMainFrame),
  };
}

describe('a page that dies', () => {
  it('is loaded again, and given up at the third death within a minute', () => {
    const { die, seen } = setUp();
    for (const time of [0, 1_000, 2_000]) die(time);
    expect(seen).toEqual(['crashed', 'reload', 'crashed', 'reload', 'crashed', 'given up']);
  });

  it('is loaded again however often it dies in a long day', () => {
    const { die, seen } = setUp();
    for (const time of [0, 40_000, 80_000, 120_000, 160_000]) die(time);
    expect(seen.filter((what) => what === 'reload')).toHaveLength(5);
    expect(seen).not.toContain('given up');
  });

  it('is left alone where its end was wanted', () => {
    const { die, seen } = setUp();
    die(0, 'clean-exit');
    expect(seen).toEqual(['clean-exit']);
  });
});

it('a page that cannot be loaded is given up; one that gives way to another is not', () => {
  const { failToLoad, seen } = setUp();
  failToLoad(-3);
  failToLoad(-20, 'https://example.invalid/');
  failToLoad(-2, 'jianwen://app/frame.html', false);
  expect(seen).toEqual([]);
  failToLoad(-2);
  expect(seen).toEqual(['ERR_FAILED', 'given up']);
});
