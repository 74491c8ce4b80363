import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/desk.ts';
import { chooseFilter, chooseOrder, decide, drawnRows, seeList, selectedRow } from './support/window.ts';

/** So many rows are taller than a browser can lay out at their true height. */
const COUNT = 300_000;

function writeLongList(path: string): void {
  const lines = Array.from({ length: COUNT }, (_, at) => `县里第${String(at).padStart(6, '0')}号公告`);
  writeFileSync(path, lines.join('\n'));
}

test('goes through a long list, sorts and filters it, and labels in it', async ({ launch, folder }) => {
  const file = join(folder, '长清单.txt');
  writeLongList(file);
  const { page } = await launch({ file });
  await expect(page.getByText(`${COUNT} 条，已标 0`, { exact: true })).toBeVisible({ timeout: 60_000 });
  await seeList(page);

  await chooseOrder(page, '清单原来的次序');
  await expect(selectedRow(page)).toContainText('第000000号');
  await page.keyboard.press('End');
  await expect(selectedRow(page)).toContainText('第299999号');
  await page.keyboard.press('ArrowUp');
  await expect(selectedRow(page)).toContainText('第299998号');
  await decide(page, '2');
  await page.getByRole('listbox').evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
  await expect(page.locator('.row', { hasText: /第1[45]\d{4}号/ }).first()).toBeVisible();
  await page.keyboard.press('Home');
  await expect(selectedRow(page)).toContainText('第000000号');

  await chooseFilter(page, '标注', '只看已标');
  await expect(page.getByText('找到 1 条', { exact: true })).toBeVisible();
  expect((await drawnRows(page)).map(({ headline, label }) => [headline, label])).toEqual([
    ['县里第299998号公告', '耸动'],
  ]);
});

test('ends a long import when asked, and keeps nothing of it', async ({ launch, folder }) => {
  const file = join(folder, '长清单.txt');
  writeLongList(file);
  const { page } = await launch({ file });
  await page.getByRole('button', { name: '取消导入' }).click({ timeout: 30_000 });
  await expect(page.getByText('已取消导入，没有留下任何内容。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();
});
