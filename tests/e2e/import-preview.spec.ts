import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { chooseToOpen, clickMenu, drawnRows, importOffered, seeList } from './support/window.ts';

/** 标题,来源 / 提取DNA定制,市政府 / 市政府,日报 in GBK, and a row without headline. */
const GBK = Buffer.concat([
  Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xb5, 0xbc, 0xd3, 0xef, 0x0a]),
  Buffer.from([
    0xcc, 0xe1, 0xc8, 0xa1, 0x44, 0x4e, 0x41, 0xb6, 0xa8, 0xd6, 0xc6, 0x2c, 0xca, 0xd0, 0xd5, 0xfe, 0xb8,
    0xae, 0x0a,
  ]),
  Buffer.from([0x2c, 0xca, 0xd0, 0xd5, 0xfe, 0x0a]),
]);

test('shows a table before it is stored, reads it as it is told, and keeps bad rows aside', async ({
  launch,
  folder,
}) => {
  const desk = await launch();
  const { page } = desk;
  const path = join(folder, '选题.csv');
  writeFileSync(path, GBK);
  await expect(page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();
  await chooseToOpen(desk, path);
  await clickMenu(desk, '打开清单…');
  const sheet = page.getByRole('dialog', { name: '导入前看一看：选题.csv' });
  await expect(sheet).toContainText('找到 1 条标题');
  await expect(sheet.getByLabel('编码')).toHaveValue('gb18030');
  await expect(sheet.getByLabel('格式')).toHaveValue('csv');
  await expect(sheet).toContainText('提取DNA定制');
  await expect(sheet).toContainText('第 3 行：标题一栏是空的');
  await look(desk, 'import-preview', folder);
  await sheet.getByLabel('标题所在的列').selectOption('导语');
  await expect(sheet).toContainText('找到 2 条标题');
  await sheet.getByLabel('编码').selectOption('big5');
  await expect(sheet).not.toContainText('市政府');
  await sheet.getByLabel('编码').selectOption('gb18030');
  await sheet.getByLabel('标题所在的列').selectOption('标题');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();

  await clickMenu(desk, '打开清单…');
  await importOffered(page, 1);
  await seeList(page);
  expect(await drawnRows(page)).toHaveLength(1);
  const notice = page.getByText(/1 行读不了，已另存到/);
  await expect(notice).toBeVisible();
  const kept = /已另存到 (\S+\.rejected\.csv)/.exec((await notice.textContent()) ?? '')?.[1] ?? '';
  expect(readFileSync(kept, 'utf8')).toContain('标题一栏是空的');

  await clickMenu(desk, '导出标注…');
  await expect(page.getByRole('dialog', { name: '导出标注' })).toBeVisible();
  await look(desk, 'export', folder);
});
