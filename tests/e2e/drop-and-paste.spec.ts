import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { clickMenu, drawnRows, importOffered, seeList } from './support/window.ts';

test('opens a file that is dropped on the window', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();
  await dropFile(page, SAMPLE);
  await importOffered(page, 84);
  await seeList(page);
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
  await dropFile(page, SAMPLE);
  await expect(page.getByRole('dialog')).toContainText('这份清单以前导入过');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/以前打开过，没有重复导入/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: '清单' }).locator('option')).toHaveCount(1);
});

test('opens dropped text, and says what a dropped folder is', async ({ launch, folder }) => {
  const { page } = await launch();
  await drop(page, { text: '富顺农村公路“白改黑”\n荣县远程影像诊断中心正式启用\n' });
  await importOffered(page, 2);
  await seeList(page);
  expect(await drawnRows(page)).toHaveLength(2);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['没有路径'], 'x.txt'));
    document
      .querySelector('.window')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await expect(page.getByRole('alert')).toContainText('不是磁盘上的文件');
  writeFileSync(join(folder, '空.txt'), '');
  await dropFile(page, join(folder, '空.txt'));
  await expect(page.getByRole('alert').filter({ hasText: '空.txt' })).toBeVisible();
});

test('opens several pasted lines, and leaves a paste into a field alone', async ({ launch }) => {
  const desk = await launch();
  const { app, page } = desk;
  await expect(page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();
  const copy = (text: string) => app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);

  await copy('魏明伦文学馆盛大开馆\n自流井智慧停车系统投用，助力城市交通治理\n艾叶古镇盐卤温泉夜泡\n');
  await page.keyboard.press('ControlOrMeta+v');
  await importOffered(page, 3);
  await seeList(page);
  expect(await drawnRows(page)).toHaveLength(3);

  await copy('温泉');
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('searchbox')).toHaveValue('温泉');
  await expect(page.getByText('找到 1 条')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText(/剪贴板里只有一行/)).toBeVisible();
  await clickMenu(desk, '粘贴为清单');
  await importOffered(page, 1);
  await expect(page.getByRole('combobox', { name: '清单' }).locator('option')).toHaveCount(3);
});

/** Drops a real file: a file field is the one way to give a page a file with its path. */
async function dropFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'dropped';
    field.hidden = true;
    document.body.append(field);
  });
  await page.locator('#dropped').setInputFiles(path);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#dropped');
    const data = new DataTransfer();
    for (const file of field?.files ?? []) data.items.add(file);
    field?.remove();
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.window')?.dispatchEvent(event);
  });
}

async function drop(page: Page, { text }: { readonly text: string }): Promise<void> {
  await page.locator('.window').waitFor();
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    data.setData('text/plain', dropped);
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.window')?.dispatchEvent(event);
  }, text);
}
