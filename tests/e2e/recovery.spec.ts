import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SAMPLE } from './packaged-app.ts';
import { expectAccessible } from './support/axe.ts';
import { type Desk, expect, test } from './support/desk.ts';
import { press, seeList } from './support/window.ts';

test.setTimeout(180_000);

const PAGE = 4096;
const FOLDER = process.env.JIANWEN_SCREENSHOTS;

function spoil(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

/** Two labels, a backup by the sheet, one label more. */
async function workedOn(desk: Desk): Promise<void> {
  const { page } = desk;
  await seeList(page);
  await page.keyboard.press('Home');
  for (const key of ['2', '3']) await press(page, key);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('beifen');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.locator('.backups-table tbody tr')).toHaveCount(1);
  await expect(page.locator('.backups-table')).toContainText('完好');
  await page.keyboard.press('Escape');
  await seeList(page);
  await press(page, '1');
  await expect(page.getByText('84 条，已标 3', { exact: true })).toBeVisible();
  await desk.close();
}

async function picture({ page }: Desk, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${name} ${colorScheme}`);
    if (FOLDER === undefined) continue;
    mkdirSync(FOLDER, { recursive: true });
    await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
  }
}

/** A page of a table that no list is read from. */
function pageOf(file: string, table: string): number {
  const db = new Database(file, { readonly: true });
  const page = db.prepare<[string]>('SELECT min(pageno) FROM dbstat WHERE name = ?').pluck().get(table);
  db.close();
  return page as number;
}

test('a workspace whose header is damaged opens on the recovery screen, saves its labels, and is restored by keyboard', async ({
  launch,
  folder,
}) => {
  await workedOn(await launch({ file: SAMPLE }));
  const data = join(folder, 'data');
  spoil(join(data, 'jianwen.db'), 0, 100);

  const english = await launch({ language: 'en' });
  await expect(english.page.getByRole('heading', { level: 1 })).toHaveText('The workspace needs recovery');
  await expect(english.page.locator('.backups-table')).toContainText('Sound');
  await picture(english, 'recovery-en');
  await english.close();

  const desk = await launch();
  const { page, app } = desk;
  await expect(page.getByRole('alert')).toContainText('已损坏');
  await expect(page.locator('.backups-table')).toContainText('完好');
  await picture(desk, 'recovery-zh');

  const saved = join(folder, 'saved.jsonl');
  await app.evaluate(({ dialog, shell }, path) => {
    dialog.showSaveDialog = (async () => ({
      canceled: false,
      filePath: path,
    })) as typeof dialog.showSaveDialog;
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown });
  }, saved);
  await page.getByRole('button', { name: '救出标注…' }).click();
  await expect(page.getByText('已写出 3 条标注记录，0 条读不出来')).toBeVisible();
  expect(readFileSync(saved, 'utf8').trim().split('\n')).toHaveLength(3);
  await page.getByRole('button', { name: '打开所在文件夹' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { shown?: string }).shown))
    .toBe(join(data, 'jianwen.db'));

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^恢复 .* 的备份$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await seeList(page);
  await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await press(page, 'ArrowUp');
  await press(page, '1');
  await expect(page.getByText('84 条，已标 3', { exact: true })).toBeVisible();
  expect(readdirSync(join(data, 'backups')).some((name) => name.startsWith('damaged-'))).toBe(true);
});

test('a workspace with a damaged page can be looked at, takes no label, and is restored from the list of backups', async ({
  launch,
  folder,
}) => {
  await workedOn(await launch({ file: SAMPLE }));
  const file = join(folder, 'data', 'jianwen.db');
  spoil(file, (pageOf(file, 'subscription_item') - 1) * PAGE, PAGE);
  const { page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作区需要恢复');
  await page.getByRole('button', { name: '只读打开' }).click();
  await expect(page.getByText(/现在是只读打开/).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('beifen');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await page.getByRole('button', { name: '确定恢复' }).click();
  await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
});
