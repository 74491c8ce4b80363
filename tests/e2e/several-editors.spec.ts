import type { Page } from '@playwright/test';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { decide, drawnRows, press, seeList, settled } from './support/window.ts';

/** Starting takes a while on a busy machine. */
const STARTED = { timeout: 45_000 };

test.setTimeout(240_000);

/** Another editor sits down: by the bar of the first start, or by the status bar. */
async function sit(page: Page, name: string): Promise<void> {
  const bar = page.locator('.name-bar');
  if ((await bar.count()) === 0) await page.locator('.status-name').click();
  await page.locator('.name-input').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.status-name')).toContainText(name);
  await expect(page.locator('.popover')).toHaveCount(0);
  await settled(page);
}

async function doubleAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('tab').nth(1).click();
  await page.locator('.share select').selectOption('1');
  await expect(page.locator('.share select')).toHaveValue('1');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('listbox')).toBeFocused();
  await settled(page);
}

test('asks for a name, lets two label blindly, shows where they differ, and one rules', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await expect(page.locator('.name-bar')).toContainText('标注时署谁的名？');
  await sit(page, '王');
  await expect(page.locator('.name-bar')).toHaveCount(0);
  await doubleAll(page);
  await seeList(page);
  await page.keyboard.press('Home');
  const before = await drawnRows(page);
  for (const key of ['4', '2', '3']) await decide(page, key);
  await expect(page.locator('.row-label')).toHaveCount(3);

  await sit(page, '李');
  await expect(page.locator('.row-label')).toHaveCount(0);
  await expect(page.locator('.queue-count')).toContainText('已标 0');
  await expect(page.locator('.status-saved')).not.toContainText('已保存');
  const texts = before.slice(0, 3).map(({ headline }) => headline);
  for (const [text, key] of [
    [texts[0] ?? '', '4'],
    [texts[1] ?? '', '2'],
    [texts[2] ?? '', '1'],
  ] as const) {
    await page.locator('.row', { hasText: text }).click();
    await page.getByRole('listbox').focus();
    await decide(page, key);
  }
  await expect(page.locator('.row-label')).toHaveCount(3);
  await page.locator('.row', { hasText: texts[2] ?? '' }).click();
  await expect(page.locator('.work-contested')).toContainText('判断不一');

  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: '复核', level: 1 })).toBeFocused();
  const difference = page.locator('.difference');
  await expect(difference).toHaveCount(1);
  await expect(difference).toContainText(texts[2] ?? '');
  await expect(difference.locator('.opinions li')).toHaveCount(2);
  await page.getByRole('tab', { name: '一致程度' }).click();
  await expect(page.locator('.agreement')).toContainText('李 · 王');
  await expect(page.locator('.agreement')).toContainText('2 / 3 条一致');

  await page.getByRole('tab', { name: '分歧与裁定' }).click();
  await difference.getByRole('button', { name: /^裁定为离奇/ }).click();
  await expect(page.getByText('李裁定为离奇')).toBeVisible();
  await expect(page.locator('.rulings')).toHaveCount(0);
  await page.getByRole('button', { name: /^撤销裁定/ }).click();
  await expect(page.locator('.rulings')).toHaveCount(1);
  await difference.getByRole('button', { name: /^裁定为可信/ }).click();
  await page.keyboard.press('Control+1');
  await page.locator('.row', { hasText: texts[2] ?? '' }).click();
  await expect(page.locator('.work')).toContainText('李裁定为可信');
});

for (const language of ['zh', 'en'] as const) {
  test(`is accessible and fits in ${language}, by day and by night`, async ({ launch }, info) => {
    const desk = await launch({ language, file: SAMPLE });
    const { page } = desk;
    await expect(page.locator('.row').first()).toBeVisible(STARTED);
    await page.locator('.notice-close').first().click();
    await page.keyboard.press('Control+4');
    await expect(page.locator('.card')).toBeVisible();
    await look(desk, `editors-empty-${language}`, info.outputDir);
    await page.getByRole('tab').nth(1).click();
    await look(desk, `editors-agreement-empty-${language}`, info.outputDir);
    await page.keyboard.press('Control+1');
    const [one, other] = language === 'zh' ? ['王小明', '李雷'] : ['Wang', 'Li'];
    await sit(page, one);
    await doubleAll(page);
    await seeList(page);
    await page.keyboard.press('Home');
    for (const key of ['4', '2', '3', '1', '1']) await press(page, key);
    await sit(page, other);
    await expect(page.locator('.row-label')).toHaveCount(0);
    await page.locator('.status-name').click();
    await look(desk, `editors-name-${language}`, info.outputDir);
    await page.keyboard.press('Escape');
    await seeList(page);
    await page.keyboard.press('Home');
    for (const key of ['4', '1', '2', '1', '1', '2', '2']) await press(page, key);
    await page.keyboard.press('Control+4');
    await expect(page.locator('.difference').first()).toBeVisible();
    await page.locator('.rulings button').first().click();
    await expect(page.locator('.ruling')).toHaveCount(1);
    await look(desk, `editors-${language}`, info.outputDir);
    await page.getByRole('tab').nth(1).click();
    await expect(page.locator('.agreement')).toBeVisible();
    await look(desk, `editors-agreement-${language}`, info.outputDir);
  });
}
