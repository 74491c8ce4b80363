import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { clickMenu, seeList } from './support/window.ts';

test.setTimeout(240_000);

test('shows the manual by key, menu and command, with contents and pictures, without a network', async ({
  launch,
  folder,
}) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await seeList(page);
  await page.context().setOffline(true);
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: '使用手册' });
  await expect(sheet.getByRole('heading', { name: '第一个小时' })).toBeVisible();
  const contents = sheet.getByRole('navigation', { name: '目录' });
  const sections = await contents.getByRole('button').allTextContents();
  expect(await sheet.locator('.manual-heading').allTextContents()).toEqual(sections);
  await expect(sheet.getByRole('link')).toHaveCount(0);
  await look(desk, 'manual', folder);

  await contents.getByRole('button', { name: sections.at(-1) ?? '' }).focus();
  await page.keyboard.press('Enter');
  const last = sheet.locator('.manual-heading').last();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();

  const pictures = sheet.locator('img');
  expect(await pictures.count()).toBeGreaterThan(7);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveAttribute('alt', /.{5}/);
    await expect
      .poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth))
      .toBeGreaterThan(500);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await clickMenu(desk, '使用手册');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('sysc');
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
});

test('shows it in English in an English window, from a field too', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE, language: 'en' });
  await seeList(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'The manual' });
  await expect(sheet.getByRole('heading', { name: 'The first hour' })).toBeVisible();
  await expect(sheet.locator('.manual-text')).not.toContainText(/[。，]/);
});
