import type { PlaywrightTestConfig } from '@playwright/test';

/** What all configurations share: one window at a time, no second try, a folder of its own for what comes out. */
export function playwrightConfig(name: string, limits: { readonly test: number; readonly all: number }) {
  return {
    testDir: `tests/${name}`,
    testMatch: '*.spec.ts',
    outputDir: `test-results/${name}`,
    workers: 1,
    retries: 0,
    forbidOnly: process.env.CI !== undefined,
    timeout: limits.test,
    globalTimeout: limits.all,
    reporter: [['list']],
  } satisfies PlaywrightTestConfig;
}
