import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { chooseToOpen, clickMenu, importOffered, seeList } from './support/window.ts';

/** What can be wrong with a file, and what the window must say. */
const BAD_FILES: readonly { readonly name: string; readonly bytes: Uint8Array; readonly says: RegExp }[] = [
  { name: '空.txt', bytes: new Uint8Array(), says: /空\.txt.*空/ },
  { name: '空白.txt', bytes: Buffer.from(' \n\t\n\n'), says: /空白\.txt/ },
  {
    name: '没有标题.txt',
    bytes: Buffer.from(
      `${'这是一篇文章的正文。它有很多句子，没有一条标题，也没有列表。'.repeat(8)}\n`.repeat(3),
    ),
    says: /没有标题\.txt.*标题/,
  },
  {
    name: '乱码.txt',
    bytes: Buffer.from('\xffA\n\xffB\n\xffC\n', 'latin1'),
    says: /乱码\.txt/,
  },
  { name: '含零.txt', bytes: Buffer.from('第一条标题\n第二条\0标题\n'), says: /含零\.txt/ },
];

test('says what is wrong with a bad file, imports nothing of it and goes on', async ({ launch, folder }) => {
  const desk = await launch();
  await expect(desk.page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();
  for (const { name, bytes, says } of BAD_FILES) {
    writeFileSync(join(folder, name), bytes);
    await open(desk, join(folder, name), says);
  }
  mkdirSync(join(folder, '目录'));
  await open(desk, join(folder, '目录'), /目录.*文件夹/);
  await open(desk, join(folder, '不存在.txt'), /不存在\.txt/);
  writeLongLine(join(folder, '一行.txt'), 50);
  await open(desk, join(folder, '一行.txt'), /一行\.txt/);
  await expect(desk.page.getByRole('heading', { name: '把一份标题清单放进来' })).toBeVisible();

  await chooseToOpen(desk, SAMPLE);
  await clickMenu(desk, '打开清单…');
  await importOffered(desk.page, 84);
  await seeList(desk.page);
  await expect(desk.page.getByRole('combobox', { name: '清单' }).locator('option')).toHaveCount(1);
});

test('says so where a file of the command line cannot be opened', async ({ launch, folder }) => {
  const { page } = await launch({ file: join(folder, '没有.txt') });
  await expect(page.getByRole('alert')).toContainText('没有.txt');
});

test('shows a damaged workspace as a page, and leaves it untouched', async ({ launch, folder }) => {
  const dataFolder = join(folder, 'data');
  const first = await launch({ file: SAMPLE });
  await seeList(first.page);
  const told = await first.page.evaluate(() => window.jianwen.request('workspace.about', {}));
  await first.close();
  const database = await databaseIn(dataFolder);
  writeFileSync(database, Buffer.from('this is no database at all, not even its header\n'.repeat(200)));
  const before = readFileSync(database);

  const { page } = await launch();
  expect(told.ok).toBe(true);
  await expect(page.getByRole('heading', { name: '工作区需要恢复' })).toBeVisible();
  await expect(page.getByText(database)).toBeVisible();
  await expect(page.getByRole('alert')).not.toContainText(/\bat .*\.mjs|Error:/);
  expect(readFileSync(database).equals(before)).toBe(true);
});

test('shows a data folder that cannot be written as a page', async ({ launch, folder }) => {
  const blocked = join(folder, '是个文件');
  writeFileSync(blocked, '');
  const { page } = await launch({ dataFolder: join(blocked, 'data'), language: 'en' });
  await expect(page.getByRole('heading', { name: 'The workspace was not opened' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('是个文件');
});

async function open(desk: Parameters<typeof clickMenu>[0], path: string, says: RegExp): Promise<void> {
  await chooseToOpen(desk, path);
  await clickMenu(desk, '打开清单…');
  const message = desk.page.getByRole('alert').filter({ hasText: says });
  await expect(message, `for ${path}`).toBeVisible({ timeout: 20_000 });
  await expect(message).not.toContainText(/\bat .*\.mjs|Error:/);
  const sheet = desk.page.getByRole('dialog');
  if ((await sheet.count()) > 0) await sheet.getByRole('button', { name: '不导入' }).click();
  else await message.getByRole('button').click();
}

function writeLongLine(path: string, megabytes: number): void {
  const piece = Buffer.from('恐龙宠物'.repeat(87_381)).subarray(0, 1_048_572);
  const file = openSync(path, 'w');
  for (let written = 0; written < megabytes; written++) writeSync(file, piece);
  closeSync(file);
}

async function databaseIn(dataFolder: string): Promise<string> {
  const { readdirSync } = await import('node:fs');
  const name = readdirSync(dataFolder).find((file) => /\.(db|sqlite|sqlite3)$/.test(file));
  if (name === undefined) throw new Error(`There is no database in ${dataFolder}.`);
  return join(dataFolder, name);
}
