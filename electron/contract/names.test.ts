import { describe, expect, it } from 'vitest';
import { ENGINE_REQUESTS, REQUESTS, WINDOW_REQUESTS } from './channels.ts';
import {
  ENGINE_REQUEST_NAMES,
  isPageRequest,
  isWindowEvent,
  PATH_REQUEST_NAMES,
  WINDOW_REQUEST_NAMES,
} from './names.ts';

describe('names of the contract', () => {
  it('are those of the schemas', () => {
    expect(Object.keys(ENGINE_REQUESTS).sort()).toEqual([...ENGINE_REQUEST_NAMES].sort());
    expect(Object.keys(WINDOW_REQUESTS).sort()).toEqual([...WINDOW_REQUEST_NAMES].sort());
  });

  it('keep every request with a path from the page', () => {
    const withPath = Object.entries(REQUESTS)
      .filter(([, schema]) => 'path' in schema.shape)
      .map(([name]) => name);
    expect(withPath.sort()).toEqual([...PATH_REQUEST_NAMES].sort());
    expect(withPath.some(isPageRequest)).toBe(false);
  });

  it('know junk from names', () => {
    expect(isPageRequest('label.put')).toBe(true);
    expect(['', 'toString', '__proto__', 7, null, 'engine.state'].some(isPageRequest)).toBe(false);
    expect(isWindowEvent('trouble')).toBe(true);
    expect(['label.put', undefined].some(isWindowEvent)).toBe(false);
  });
});
