import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_PREFERENCES } from '#contract/preferences.ts';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { openPreferences } from './preferences.ts';

const STATE = { place: { x: 1, y: 2, width: 900, height: 700 }, isMaximised: true };

describe('preferences', () => {
  it('are there again after a restart, the window’s place with them', () => {
    const place = temporaryFolder();
    const first = openPreferences(place);
    expect(first.get()).toEqual(FIRST_PREFERENCES);
    expect(first.change({ theme: 'dark', keys: { skip: ['x'] } })).toMatchObject({ ok: true });
    first.keepWindowState(STATE);
    first.change({ textSize: 1.5 });
    const second = openPreferences(place);
    expect(second.get()).toEqual({
      ...FIRST_PREFERENCES,
      theme: 'dark',
      textSize: 1.5,
      keys: { skip: ['x'] },
    });
    expect(second.windowState()).toEqual(STATE);
  });

  it('that cannot be read are as at the first start, one by one', () => {
    const place = temporaryFolder();
    const stored = {
      theme: 'pink',
      textSize: 1.15,
      keys: 3,
      isTourSeen: true,
      feedId: -1,
      window: { place: 0 },
    };
    writeFileSync(join(place, 'preferences.json'), JSON.stringify(stored));
    const read = openPreferences(place);
    expect(read.get()).toEqual({ ...FIRST_PREFERENCES, textSize: 1.15, isTourSeen: true });
    expect(read.windowState()).toBeNull();
    writeFileSync(join(place, 'preferences.json'), '{"theme": "da');
    expect(openPreferences(place).get()).toEqual(FIRST_PREFERENCES);
  });

  it('that cannot be stored hold, and are told', () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'preferences.json'));
    const preferences = openPreferences(place);
    expect(preferences.change({ theme: 'light' })).toMatchObject({ trouble: { code: 'file-unwritable' } });
    expect(preferences.get().theme).toBe('light');
    expect(readFileSync(join(place, 'preferences.json.new'), 'utf8')).toContain('light');
  });
});
