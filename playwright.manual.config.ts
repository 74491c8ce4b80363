import { defineConfig } from '@playwright/test';

/** Takes the pictures of the manual from the packaged app. `npm run manual:pictures`. */
export default defineConfig({
  testDir: 'tests/manual',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/manual',
  workers: 1,
  retries: 0,
  timeout: 240_000,
  globalTimeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
