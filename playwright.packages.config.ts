import { defineConfig } from '@playwright/test';
import { playwrightConfig } from './scripts/test/playwright-config.ts';

/** Tests that install what was packaged: as root, on Debian or Ubuntu. `npm run test:packages`. */
export default defineConfig({
  ...playwrightConfig('packages', { test: 600_000, all: 900_000 }),
  expect: { timeout: 15_000 },
});
