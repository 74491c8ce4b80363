import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DINOSAUR, SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import {
  chooseToSave,
  clickMenu,
  decide,
  drawnRows,
  foundRow,
  saved,
  seeList,
  selectedRow,
  settled,
} from './support/window.ts';

test('loads the 84, explains them, learns from five labels, keeps them and exports them', async ({
  launch,
  folder,
}) => {
  let desk = await launch({ file: SAMPLE });
  await seeList(desk.page);

  await test.step('the sample is read and ranked before any label', async () => {
    await expect(desk.page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
    await expect(desk.page.getByRole('listitem')).toContainText([/取 84 行，略过 \d+ 行（.*正文段落/]);
    const top = (await drawnRows(desk.page)).slice(0, 10);
    const dinosaur = top.find((row) => row.headline.startsWith(DINOSAUR));
    expect(dinosaur).toMatchObject({ band: '存疑', label: '' });
    expect(dinosaur?.reason).not.toBe('');
  });

  await test.step('its evidence names a rule and words, and adds up', async () => {
    await desk.page.locator('.row', { hasText: DINOSAUR }).click();
    const axis = desk.page.getByRole('region', { name: '离奇' });
    await expect(axis.locator('.part-rule').first()).toBeVisible();
    await expect(axis.locator('.part-word').first()).toContainText(/离奇 \d+ · 其他 \d+/);
    await expect(desk.page.locator('.headline mark[class*=implausible]').first()).toBeVisible();
    const parts = await axis.locator('tbody .number').allTextContents();
    const sum = parts.map(numberOf).reduce((total, part) => total + part, 0);
    const total = numberOf((await axis.locator('tfoot .number').textContent()) ?? '');
    expect(Math.abs(sum - total)).toBeLessThan(0.005 * (parts.length + 1));
  });

  const labelled = await test.step('five keys label five headlines and change the scores', async () => {
    await desk.page.keyboard.press('Home');
    const before = await drawnRows(desk.page);
    for (const key of ['1', '2', '3', '4', 'Numpad1']) await decide(desk.page, key);
    await expect(desk.page.getByText('84 条，已标 5', { exact: true })).toBeVisible();
    await expect(saved(desk.page)).toContainText(/已保存 \d\d:\d\d:\d\d .*可信/);
    const after = await drawnRows(desk.page);
    expect(after.slice(0, 5).map((row) => row.label)).toEqual(['可信', '耸动', '离奇', '两者皆是', '可信']);
    expect(after.slice(0, 5).map((row) => row.id)).toEqual(before.slice(0, 5).map((row) => row.id));
    expect(after.map((row) => row.scores)).not.toEqual(before.map((row) => row.scores));
    return after;
  });

  await test.step('undo takes the last one back, with what was learned', async () => {
    await desk.page.keyboard.press('ControlOrMeta+z');
    await expect(saved(desk.page)).toContainText('撤销');
    await expect(selectedRow(desk.page)).toHaveAttribute('id', labelled[4]?.id ?? '');
    await expect(desk.page.getByText('84 条，已标 4', { exact: true })).toBeVisible();
    await decide(desk.page, '1');
    await expect(desk.page.getByText('84 条，已标 5', { exact: true })).toBeVisible();
    const again = await drawnRows(desk.page);
    expect(again.slice(0, 5)).toEqual(labelled.slice(0, 5));
  });

  const path = join(folder, '标注.jsonl');
  await test.step('a restart finds all of it', async () => {
    await desk.close();
    desk = await launch();
    await seeList(desk.page);
    await expect(desk.page.getByText('84 条，已标 5', { exact: true })).toBeVisible();
    expect(labelled.slice(0, 5)).toHaveLength(5);
    for (const old of labelled.slice(0, 5)) expect(await foundRow(desk.page, old)).toEqual(old);
  });

  await test.step('the labels are exported from the menu', async () => {
    await chooseToSave(desk, path);
    await clickMenu(desk, '导出标注…');
    await desk.page.getByRole('button', { name: '选择位置…' }).click();
    await expect(desk.page.getByText(/已导出 5 条标注/)).toBeVisible();
    const lines = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(5);
    const exported = new Map(lines.map((line) => [line.text, [line.sensational, line.implausible]]));
    const told = labelled.slice(0, 5).map((row) => exported.get(row.headline));
    expect(told).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
      [false, false],
    ]);
  });
});

test('follows keys faster than it can save, and loses none', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.keyboard.press('Home');
  await page.getByRole('checkbox', { name: '合并相似' }).uncheck();
  await settled(page);
  const keys = ['1', '2', '1', '3', '1', '1', '4', '1', '2', '1', '1', '1'];
  for (const key of keys) void page.keyboard.press(key);
  await expect(page.getByText(`84 条，已标 ${keys.length}`, { exact: true })).toBeVisible();
  await page.keyboard.press('Home');
  const names: Readonly<Record<string, string>> = { 1: '可信', 2: '耸动', 3: '离奇', 4: '两者皆是' };
  const rows = await drawnRows(page);
  expect(rows.slice(0, 8).map((row) => row.label)).toEqual(keys.slice(0, 8).map((key) => names[key]));
});

test('finds headlines, leaves keys in the search field alone, and sorts anew when asked', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.keyboard.press('/');
  await page.keyboard.type('恐龙1');
  await expect(page.getByText(/没有标题同时符合这些条件/)).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible();
  for (const row of await drawnRows(page)) expect(row.headline).toContain('恐龙');
  await page.keyboard.press('Escape');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
  for (let press = 0; press < 4; press++) await decide(page, '1');
  await page.getByRole('button', { name: '按新分数重排' }).click();
  await expect(page.getByRole('button', { name: '按新分数重排' })).toHaveCount(0);
});

function numberOf(text: string): number {
  return Number(text.replace('−', '-'));
}
