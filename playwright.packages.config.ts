import { defineConfig } from '@playwright/test';

/** Tests that install what was packaged: as root, on Debian or Ubuntu. `npm run test:packages`. */
export default defineConfig({
  testDir: 'tests/packages',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/packages',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  globalTimeout: 900_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
