import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { chooseToSave, decide, seeList } from './support/window.ts';

test('an export that is refused says so in its sheet, and another try takes that back', async ({
  launch,
  folder,
}) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await seeList(page);
  await decide(page, '1');
  const notices = await page.locator('.notice').count();
  await page.keyboard.press('ControlOrMeta+e');
  const sheet = page.getByRole('dialog', { name: '导出标注' });
  await chooseToSave(desk, join(folder, 'missing', 'labels.jsonl'));
  await sheet.getByRole('button', { name: '选择位置…' }).click();
  await expect(sheet.getByRole('alert')).toContainText('missing');
  await expect(page.locator('.notice')).toHaveCount(notices);
  await chooseToSave(desk, join(folder, 'labels.jsonl'));
  await sheet.getByRole('button', { name: '选择位置…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.notice-exported')).toContainText('labels.jsonl');
});
