import { describe, expect, it } from 'vitest';
import type { VersionView } from '#contract/model-views.ts';
import type { Say } from '../../strings/index.ts';
import { versionText } from './version-text.ts';

const say: Say = (key, gaps) => `${key} ${JSON.stringify(gaps ?? {})}`;

const VERSION: VersionView = {
  id: 3,
  createdAt: '2026-01-02T03:04:05.000Z',
  kind: 'learned',
  refersTo: null,
  events: 25,
  accuracy: { sensational: 0.9, implausible: 0.9 },
  costs: { miss: 8, falseAlarm: 4, look: 2 },
  isPresent: true,
};

const textOf = (part: Partial<VersionView>, isFirst = false) =>
  versionText({ ...VERSION, ...part }, isFirst, { say });

describe('versionText', () => {
  it('says what made a version', () => {
    expect(textOf({}, true)).toBe('versions.first {"events":25}');
    expect(textOf({})).toBe('versions.learned {"events":25}');
    expect(textOf({ events: 0 })).toBe('versions.read {}');
    expect(textOf({ kind: 'costs', events: 0 })).toBe('versions.costs {"miss":4,"false":2}');
    expect(textOf({ kind: 'costs' })).toMatch(/^versions\.also .*"events":25/);
    expect(textOf({ kind: 'restored', refersTo: 1, events: 0 })).toBe('versions.restored {"id":1}');
    expect(textOf({ kind: 'undone', refersTo: 2, events: 0 })).toBe('versions.undone {"id":2}');
  });
});
