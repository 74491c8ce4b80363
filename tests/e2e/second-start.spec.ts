import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APP, SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { drawnRows, seeList } from './support/window.ts';

test('a second start hands its list to the open window and ends', async ({ launch, folder }) => {
  const desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  const other = join(folder, '第二份.txt');
  writeFileSync(other, '魏明伦文学馆盛大开馆\n艾叶古镇盐卤温泉夜泡\n');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  // As Playwright has started the first one on Linux.
  const unboxed = process.platform === 'linux' ? ['--no-sandbox'] : [];
  const args = [...unboxed, `--data=${join(folder, 'data')}`, other];
  await promisify(execFile)(APP, args, { timeout: 20_000 });
  const isVisible = () =>
    desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
  await expect(desk.page.getByText('2 条，已标 0', { exact: true })).toBeVisible();
  expect(await drawnRows(desk.page)).toHaveLength(2);
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
