import { expect, it } from 'vitest';
import playwright from '../../playwright.config.ts';
import { testSteps } from './steps.ts';

it('lets Playwright end by itself and write its report before its step is stopped', () => {
  const step = testSteps('/root', '/scratch', { quick: false }).find(({ name }) => name === 'end to end');
  expect(step?.limitSeconds).toBeGreaterThanOrEqual((playwright.globalTimeout ?? 0) / 1000 + 60);
});
