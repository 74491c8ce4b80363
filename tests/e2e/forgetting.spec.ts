import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { modelBytes } from './support/model-bytes.ts';
import { chooseToOpen, decide, importOffered, press, seeList, settled } from './support/window.ts';

test.setTimeout(240_000);

const OWN = '市图书馆周末延长开放两小时\n全村老人喝井水返老还童\n';

test('a list and an editor’s labels are deleted for good, after a second question, and the model forgets them', async ({
  launch,
  folder,
}) => {
  const untouched = join(folder, 'untouched');
  const empty = await launch({ file: SAMPLE, dataFolder: untouched });
  await seeList(empty.page);
  await empty.close();

  const dataFolder = join(folder, 'data');
  const own = join(folder, '本台.txt');
  writeFileSync(own, OWN);
  const desk = await launch({ file: SAMPLE, dataFolder });
  const { page } = desk;
  await seeList(page);
  await page.locator('.name-input').fill('王');
  await page.keyboard.press('Enter');
  await expect(page.locator('.status-name')).toContainText('王');
  await seeList(page);
  await page.keyboard.press('Home');
  await decide(page, '4');
  await chooseToOpen(desk, own);
  await page.keyboard.press('ControlOrMeta+o');
  await importOffered(page, 2);
  await expect(page.locator('.row')).toHaveCount(2);
  await settled(page);
  await seeList(page);
  await page.keyboard.press('Home');
  await press(page, '2');
  await expect(page.locator('.row-label')).toHaveCount(1);

  const lists = await openLists(page);
  await lists.getByRole('checkbox').check();
  await lists.locator('.lists-row button').first().click();
  await expect(lists.getByRole('alert')).toContainText('2');
  await lists.getByRole('button', { name: '不删除' }).click();
  await expect(lists.locator('.lists-row')).toHaveCount(2);
  await lists.locator('.lists-row button').first().click();
  await lists.getByRole('button', { name: '确定永久删除' }).click();
  await expect(lists.locator('.lists-row')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByText('84 条，已标 1', { exact: true })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('tab').nth(1).click();
  await page.getByRole('button', { name: '永久删除 王 的标注' }).click();
  await page.getByRole('button', { name: '确定永久删除' }).click();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
  await desk.close();
  expect(modelBytes(dataFolder)).toBe(modelBytes(untouched));
});

test('keys decide nothing behind the question, whose safe button has the focus', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  const lists = await openLists(page);
  await lists.locator('.lists-row button').click();
  await expect(lists.getByRole('alert')).toContainText('84');
  for (const key of ['1', 'Space', 'Escape']) await page.keyboard.press(key);
  await expect(lists).toHaveCount(0);
  await expect(page.locator('.row-label, .row-mark')).toHaveCount(0);
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();

  await openLists(page);
  await lists.locator('.lists-row button').click();
  await expect(lists.getByRole('button', { name: '不删除' })).toBeFocused();
});

async function openLists(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('guanliqingdan');
  await page.keyboard.press('Enter');
  const lists = page.getByRole('dialog', { name: '管理清单' });
  await expect(lists).toBeVisible();
  return lists;
}
