import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{classifier,electron,renderer,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    passWithNoTests: true,
  },
});
