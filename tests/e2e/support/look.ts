import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import type { Desk } from './desk.ts';

/** Where the pictures go: the folder in JIANWEN_SCREENSHOTS, else beside the test's other results. */
const FOLDER = process.env.JIANWEN_SCREENSHOTS;

/** Takes a picture by day and by night, and lets axe look too; nothing may be wider than the window. */
export async function look({ page }: Desk, name: string, folder: string): Promise<void> {
  mkdirSync(FOLDER ?? folder, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(FOLDER ?? folder, `${name}-${scheme}.png`) });
    await expectAccessible(page, `${name} ${scheme}`);
  }
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide, name).toBe(false);
}
