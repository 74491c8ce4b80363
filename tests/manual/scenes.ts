import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { DINOSAUR } from '../e2e/packaged-app.ts';
import type { Desk } from '../e2e/support/desk.ts';
import { chooseToOpen, press, seeList, settled } from '../e2e/support/window.ts';

/** What a scene works with. */
export interface Stage {
  readonly desk: Desk;
  readonly language: 'zh' | 'en';
  /** For files of the scene. */
  readonly folder: string;
  /** The address of a feed on this machine. */
  readonly feed: string;
}

/** A picture of the manual and the way to what it shows; the scenes of a language follow each other in one window. */
export interface Scene {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<Page | Locator>;
}

const TABLE =
  '标题,来源,链接,时间\n' +
  '村民挖出千年灵芝 一夜之间治好全村,早报,https://example.org/1,2026-03-01\n' +
  '市图书馆周末延长开放两小时,早报,https://example.org/2,2026-03-01\n' +
  ',早报,https://example.org/3,2026-03-01\n' +
  '太可怕了！这种水果千万别放冰箱,晚报,https://example.org/4,2026-03-02\n';

async function toDesk({ page }: Desk): Promise<void> {
  for (let at = 0; at < 3 && (await page.locator('[role=dialog], .popover').count()) > 0; at += 1)
    await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+1');
  await seeList(page);
  await settled(page);
}

/** Searches the list; for nothing, shows all of it. */
async function seek(desk: Desk, text: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('searchbox').fill(text);
  if (text === '') await expect(page.locator('.row').nth(5)).toBeVisible();
  else await expect(page.locator('.row')).toHaveCount(1);
  await toDesk(desk);
}

async function sit(page: Page, name: string): Promise<void> {
  if ((await page.locator('.name-bar').count()) === 0) await page.locator('.status-name').click();
  await page.locator('.name-input').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.status-name')).toContainText(name);
  await settled(page);
}

async function roomTab({ page }: Desk, at: number): Promise<Page> {
  await page.getByRole('tab').nth(at).click();
  await expect(page.locator('.job')).toHaveCount(0, { timeout: 90_000 });
  return page;
}

/** All pictures, in the order in which the window comes to them. */
export const SCENES: readonly Scene[] = [
  {
    name: 'desk',
    play: async ({ desk: { page }, language }) => {
      await seeList(page);
      await page.locator('.notice-close').first().click();
      await sit(page, language === 'zh' ? '甲' : 'A');
      await seeList(page);
      await page.locator('.row', { hasText: DINOSAUR }).click();
      await expect(page.locator('.headline')).toContainText(DINOSAUR);
      return page;
    },
  },
  { name: 'evidence', play: async ({ desk: { page } }) => page.locator('.pane') },
  {
    name: 'filters',
    play: async ({ desk }) => {
      await toDesk(desk);
      await desk.page.keyboard.press('Shift+F');
      await expect(desk.page.locator('.popover')).toBeVisible();
      return desk.page;
    },
  },
  {
    name: 'cluster',
    play: async ({ desk }) => {
      const { page } = desk;
      await toDesk(desk);
      await seek(desk, '退耕还林');
      await page.keyboard.press('g');
      await expect(page.locator('.row')).toHaveCount(2);
      await page.locator('.row').last().click();
      return page;
    },
  },
  {
    name: 'today',
    play: async ({ desk }) => {
      const { page } = desk;
      await seek(desk, '');
      await page.keyboard.press('Home');
      for (const key of ['4', '2', '3', '1', '2']) await press(page, key);
      await page.keyboard.press('ControlOrMeta+3');
      await expect(page.locator('.decisions-table')).toBeVisible();
      return page;
    },
  },
  {
    name: 'review',
    play: async ({ desk, language }) => {
      const { page } = desk;
      await toDesk(desk);
      await differ(desk, language);
      await page.keyboard.press('ControlOrMeta+4');
      await expect(page.locator('.difference').first()).toBeVisible();
      return page;
    },
  },
  {
    name: 'model',
    play: async ({ desk }) => {
      await desk.page.keyboard.press('ControlOrMeta+2');
      return roomTab(desk, 0);
    },
  },
  { name: 'workload', play: ({ desk }) => roomTab(desk, 1) },
  { name: 'versions', play: ({ desk }) => roomTab(desk, 3) },
  {
    name: 'subscriptions',
    play: async ({ desk, feed }) => {
      const { page } = desk;
      await toDesk(desk);
      await page.keyboard.press('ControlOrMeta+Shift+s');
      const sheet = page.locator('.sheet.subscriptions');
      await sheet.locator('input[type=url]').fill(feed);
      await sheet.locator('input[type=checkbox]').check();
      await sheet.locator('.main-button').click();
      await expect(sheet.locator('.subscription')).toContainText('早报');
      await expect(sheet.locator('.subscription')).toContainText('4');
      return page;
    },
  },
  {
    name: 'import',
    play: async ({ desk, folder }) => {
      const { page } = desk;
      await toDesk(desk);
      const path = join(folder, '早报.csv');
      writeFileSync(path, TABLE);
      await chooseToOpen(desk, path);
      await page.keyboard.press('ControlOrMeta+o');
      await expect(page.locator('.sheet.import .import-table')).toBeVisible();
      return page;
    },
  },
  {
    name: 'export',
    play: async ({ desk }) => {
      await toDesk(desk);
      await desk.page.keyboard.press('ControlOrMeta+e');
      await expect(desk.page.locator('.sheet.export')).toBeVisible();
      return desk.page;
    },
  },
  {
    name: 'backups',
    play: async ({ desk }) => {
      const { page } = desk;
      await toDesk(desk);
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('beifen');
      await page.keyboard.press('Enter');
      await page.locator('.backups .plain-button').first().click();
      await expect(page.locator('.backups-table button:enabled')).toHaveCount(1);
      return page;
    },
  },
];

/** Lets a second editor label blindly what the first has labelled, and see one headline otherwise. */
async function differ(desk: Desk, language: 'zh' | 'en'): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('tab').nth(1).click();
  await page.locator('.share select').selectOption('1');
  await toDesk(desk);
  await seek(desk, DINOSAUR);
  await page.keyboard.press('3');
  await expect(page.locator('.row-label')).toHaveCount(1);
  await sit(page, language === 'zh' ? '乙' : 'B');
  await expect(page.locator('.row-label')).toHaveCount(0);
  await toDesk(desk);
  await page.keyboard.press('1');
  await expect(page.locator('.row-label')).toHaveCount(1);
  await seek(desk, '');
}
