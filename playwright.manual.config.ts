import { defineConfig } from '@playwright/test';
import { playwrightConfig } from './scripts/test/playwright-config.ts';

/** Takes the pictures of the manual from the packaged app. `npm run manual:pictures`. */
export default defineConfig({
  ...playwrightConfig('manual', { test: 240_000, all: 600_000 }),
  expect: { timeout: 15_000 },
});
