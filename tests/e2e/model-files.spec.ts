import { appendFileSync, copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { chooseToOpen, chooseToSave, seeList } from './support/window.ts';

test.setTimeout(240_000);

test('writes the model into a file, takes it in again, and refuses a damaged one by name', async ({
  launch,
  folder,
}) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await seeList(page);
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('tab', { name: '版本' }).click();
  const card = page.getByRole('region', { name: '模型文件' });
  const file = join(folder, '总社.jwmodel');
  await chooseToSave(desk, file);
  await card.getByRole('button', { name: '导出模型…' }).click();
  await expect(card.getByRole('status')).toContainText('签名指纹');
  expect(statSync(file).size).toBeGreaterThan(10_000);

  await chooseToOpen(desk, file);
  await card.getByRole('button', { name: '导入模型…' }).click();
  await expect(card.getByRole('status')).toContainText('名为 总社');
  await expect(card.getByRole('row', { name: /总社/ })).toContainText(/([0-9a-f]{4}-){7}[0-9a-f]{4}/);
  await look(desk, 'model-files', folder);

  const damaged = join(folder, 'damaged.jwmodel');
  copyFileSync(file, damaged);
  appendFileSync(damaged, 'x');
  await chooseToOpen(desk, damaged);
  await card.getByRole('button', { name: '导入模型…' }).click();
  await expect(card.getByRole('alert')).toContainText('damaged.jwmodel');
  await expect(card.getByRole('alert')).toContainText('已损坏');
  await expect(card.getByRole('status')).toHaveText('');
  await expect(card.getByRole('row')).toHaveCount(2);
});
