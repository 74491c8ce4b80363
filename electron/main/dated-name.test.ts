import { afterEach, expect, it, vi } from 'vitest';
import { datedName } from './dated-name.ts';

afterEach(() => void vi.unstubAllEnvs());

it.each(['Asia/Shanghai', 'America/Los_Angeles', 'UTC'])('names have the day that it is in %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(datedName('labels', new Date(2026, 0, 5, 7, 30))).toBe('jianwen-labels-2026-01-05');
  expect(datedName('report', new Date(2026, 9, 31, 23, 59))).toBe('jianwen-report-2026-10-31');
});
