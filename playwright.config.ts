import { defineConfig } from '@playwright/test';
import { playwrightConfig } from './scripts/test/playwright-config.ts';

/** Tests of the packaged app as an editor uses it. `npm run e2e`. */
export default defineConfig({
  ...playwrightConfig('e2e', { test: 90_000, all: 1_700_000 }),
  expect: { timeout: 10_000 },
});
