import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE } from './packaged-app.ts';
import { expectAccessible } from './support/axe.ts';
import { type Desk, expect, test } from './support/desk.ts';
import { clickMenu, decide, seeList } from './support/window.ts';

/** Starting, and judging the model anew, take a while on a busy machine. */
const JUDGED = { timeout: 45_000 };

/** Waits for the list as long as a busy machine may take to start. */
async function seeFirstList(page: Page): Promise<void> {
  await expect(page.locator('.row').first()).toBeVisible(JUDGED);
  await seeList(page);
}

async function openRoom(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: /^(模型|The model)$/ })).toBeFocused();
}

async function seeQuality(page: Page): Promise<void> {
  await expect(page.locator('.figures')).toBeVisible(JUDGED);
  await expect(page.locator('.job')).toHaveCount(0, JUDGED);
}

test.setTimeout(240_000);

test('tunes the bands, takes that back, restores a version and takes that back', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await seeFirstList(page);
  for (const key of ['4', '2', '3', '1']) await decide(page, key);
  await openRoom(page);
  await seeQuality(page);
  await expect(page.locator('.balance')).toContainText('本台标注与导入');
  await page.getByRole('radio', { name: '离奇' }).click();
  await expect(page.getByRole('img', { name: /离奇的可靠性图/ })).toBeVisible();
  await page.locator('.chart-numbers summary').first().click();
  await expect(page.locator('.chart-numbers table').first()).toBeVisible();

  await page.getByRole('tab', { name: '工作量' }).click();
  const slider = page.getByRole('slider', { name: '放过一条可疑的，抵看' });
  await slider.focus();
  await expect(page.getByRole('columnheader', { name: '试调' })).toHaveCount(0);
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('10');
  await expect(page.getByRole('columnheader', { name: '试调' })).toBeVisible();
  await page.getByRole('button', { name: '应用' }).click();
  const undoCosts = page.getByRole('button', { name: '撤销代价调整' });
  await expect(undoCosts).toBeVisible();
  await undoCosts.click();
  await expect(undoCosts).toHaveCount(0);
  await expect(slider).toHaveValue('4');

  await page.getByRole('tab', { name: '版本' }).click();
  const version = (id: number) => page.getByRole('listitem', { name: `第 ${id} 版`, exact: true });
  await expect(version(3)).toContainText('撤销第 2 版的改动');
  await version(2).getByRole('button', { name: '改变了什么' }).click();
  await expect(version(2)).toContainText(/比较了 84 条标题，\d+ 条换了档/, JUDGED);
  await version(1).getByRole('button', { name: '恢复到这一版' }).click();
  await expect(version(4)).toContainText('恢复到第 1 版');
  await expect(version(4)).toContainText('现在');
  await page.keyboard.press('Control+z');
  await expect(version(5)).toContainText('撤销第 4 版的改动');

  await page.keyboard.press('Control+1');
  await expect(page.getByRole('listbox')).toBeFocused();
  await expect(page.locator('.status-model')).toContainText('你已标 4 条');
  await clickMenu(desk, '模型');
  await expect(page.getByRole('tab', { name: '质量' })).toBeVisible();
});

test('loads nothing that the content policy forbids', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await seeFirstList(page);
  await openRoom(page);
  await seeQuality(page);
  await page.getByRole('tab', { name: '工作量' }).click();
  await page.getByRole('slider').first().press('ArrowRight');
  await expect(page.locator('.workload')).toBeVisible();
  expect(refused).toEqual([]);
});

for (const language of ['zh', 'en'] as const) {
  test(`is accessible and fits in ${language}, by day and by night`, async ({ launch }, info) => {
    const desk = await launch({ language, file: SAMPLE });
    const { page } = desk;
    await seeFirstList(page);
    for (const key of ['4', '2', '3', '1', '1', '3']) await page.keyboard.press(key);
    await expect(page.locator('.row-label')).toHaveCount(6);
    await page.locator('.notice-close').first().click();
    await look(desk, 'desk', language, info.outputDir);
    await openRoom(page);
    await seeQuality(page);
    await look(desk, 'model-quality', language, info.outputDir);
    await page.getByRole('tab').nth(1).click();
    await page.getByRole('slider').first().press('PageUp');
    await expect(page.getByRole('columnheader')).toHaveCount(2);
    await look(desk, 'model-workload', language, info.outputDir);
    await page.getByRole('tab').nth(2).click();
    await expect(page.locator('.words')).toBeVisible(JUDGED);
    await look(desk, 'model-words', language, info.outputDir);
    await page.getByRole('tab').nth(1).click();
    await page.getByRole('slider').first().press('PageUp');
    await page
      .getByRole('button')
      .filter({ hasText: /^(应用|Apply)$/ })
      .click();
    await page.getByRole('tab').nth(3).click();
    await page.locator('.version button').first().click();
    await expect(page.locator('.version .card-lead')).toBeVisible(JUDGED);
    await look(desk, 'model-versions', language, info.outputDir);
  });
}

const FOLDER = process.env.JIANWEN_SCREENSHOTS;

/** Takes a picture by day and by night, and lets axe look too. */
async function look({ page }: Desk, name: string, language: string, folder: string): Promise<void> {
  mkdirSync(FOLDER ?? folder, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(FOLDER ?? folder, `${name}-${language}-${scheme}.png`) });
    await expectAccessible(page, `${name} ${language} ${scheme}`);
  }
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide, name).toBe(false);
}
