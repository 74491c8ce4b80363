import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import {
  chooseToOpen,
  chooseToSave,
  clickMenu,
  decide,
  drawnRows,
  importOffered,
  press,
  saved,
  seeList,
  selectedRow,
  settled,
  unfold,
} from './support/window.ts';

test.setTimeout(240_000);

test('one press decides, skips, flags or agrees, and goes on; a selection is decided at once', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await unfold(page);
  await page.keyboard.press('Home');
  const [, , third] = await drawnRows(page);
  await decide(page, '2');
  await press(page, 'Space');
  await expect(saved(page)).toContainText('跳过，以后再看');
  await press(page, 'f');
  await expect(saved(page)).toContainText('提请讨论');
  await expect(page.locator('.row-mark')).toHaveText(['已跳过', '待讨论']);
  await expect(page.locator(`.row[id="${third?.id}"] .row-flag`)).toBeVisible();
  await press(page, 'a');
  await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();

  await test.step('e leads to the evidence, which arrows scroll; digits still decide there', async () => {
    const row = await selectedRow(page).getAttribute('id');
    await page.keyboard.press('e');
    await expect(page.locator('#evidence')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(selectedRow(page)).toHaveAttribute('id', row ?? '');
    await page.keyboard.press('1');
    await expect(selectedRow(page)).not.toHaveAttribute('id', row ?? '');
    await expect(page.getByRole('listbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(selectedRow(page)).toHaveAttribute('id', row ?? '');
    await page.getByRole('listbox').focus();
  });

  await test.step('a decision that is clicked leaves the keys to the list', async () => {
    const row = await selectedRow(page).getAttribute('id');
    await page.locator('.decision').first().click();
    await expect(selectedRow(page)).not.toHaveAttribute('id', row ?? '');
    await expect(page.getByRole('listbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(selectedRow(page)).toHaveAttribute('id', row ?? '');
  });

  await test.step('Shift extends the selection, one key decides all of it, one undo takes it back', async () => {
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+J');
    await expect(page.getByText('选中 3 条')).toBeVisible();
    await expect(selectedRow(page)).toHaveCount(3);
    await page.keyboard.press('1');
    await expect(page.getByText('84 条，已标 5', { exact: true })).toBeVisible();
    await expect(saved(page)).toContainText('等 3 条');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(saved(page)).toContainText(/撤销了.*等 3 条的一步：标为可信/);
    await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
  });

  await test.step('undo goes back through every kind of step and says which, redo goes forth', async () => {
    const told = ['标为', '提请讨论', '跳过，以后再看', '标为耸动'];
    for (const what of told) {
      await page.keyboard.press('ControlOrMeta+z');
      await expect(saved(page)).toContainText(`一步：${what}`);
    }
    await expect(page.locator('.row-mark, .row-label')).toHaveCount(0);
    await expect(selectedRow(page)).toHaveAttribute('data-index', '0');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(saved(page)).toContainText(/重做了.*标为耸动/);
    await page.keyboard.press('ControlOrMeta+y');
    await expect(saved(page)).toContainText(/重做了.*跳过/);
    await expect(page.getByText('84 条，已标 1', { exact: true })).toBeVisible();
  });
});

test('undo and redo go on after a restart, to desk work too, and end with a new decision', async ({
  launch,
}) => {
  let desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  await decide(desk.page, '3');
  await desk.page.keyboard.press('n');
  await desk.page.keyboard.type('问县里 1 2 3');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('region', { name: '处置与备注' })).toContainText('备注已保存');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(saved(desk.page)).toContainText('一步：备注：问县里 1 2 3');
  await expect(desk.page.getByRole('textbox', { name: '备注' })).toHaveValue('');
  await desk.close();

  desk = await launch();
  const { page } = desk;
  await seeList(page);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(saved(page)).toContainText(/重做了.*备注：问县里/);
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('问县里 1 2 3');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(saved(page)).toContainText('一步：标为离奇');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
  await decide(page, '1');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByRole('alert')).toContainText('没有可以重做的一步');
});

test('every action is found by Chinese, initials or English, and done by Enter', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.keyboard.press('ControlOrMeta+k');
  const sheet = page.getByRole('dialog', { name: '命令' });
  await expect(sheet.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('tqtl');
  await expect(sheet.getByRole('option')).toHaveText([/提请讨论/]);
  await expect(sheet.getByRole('option').locator('kbd')).toHaveText(['F'.toLowerCase()]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(page.locator('.row-flag')).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('zzz');
  await expect(sheet).toContainText('没有这个命令');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '按键一览' })).toContainText('跳过，以后再看');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
});

test('keys are changed in the settings, clashes refused, the change kept; theme and text size too', async ({
  launch,
}) => {
  let desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  await desk.page.keyboard.press('ControlOrMeta+,');
  const sheet = desk.page.getByRole('dialog', { name: '设置' });
  const add = sheet.getByRole('button', { name: '给“跳过，以后再看”加一个键' });
  for (const [key, says] of [
    ['1', '1 已经用于“标为可信”'],
    ['Control+c', 'Ctrl+C 由系统或窗口使用'],
    ['F5', '这个键不能用'],
  ] as const) {
    await add.click();
    await desk.page.keyboard.press(key);
    await expect(sheet.getByRole('status')).toContainText(says);
  }
  await add.click();
  await desk.page.keyboard.press('x');
  await expect(sheet.getByRole('status')).toContainText('x 现在是“跳过，以后再看”');
  await sheet.getByRole('button', { name: '去掉“跳过，以后再看”的按键 空格' }).click();
  await sheet.getByRole('radio', { name: '暗' }).click();
  await sheet.getByRole('radio', { name: '130%' }).click();
  // Playwright sets the page's scheme itself; what the window asks the system for is in nativeTheme.
  const isDark = () => desk.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  await expect.poll(isDark).toBe(true);
  await expect.poll(() => desk.page.evaluate(() => Math.round(devicePixelRatio * 100))).toBe(130);
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Control+3');
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1100, height: 720 }),
  );
  await desk.close();

  desk = await launch();
  const { page } = desk;
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible();
  expect(await isDark()).toBe(true);
  const size = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(size).toMatchObject({ width: 1100, height: 720 });
  await page.keyboard.press('Control+1');
  await settled(page);
  await seeList(page);
  await press(page, 'x');
  await expect(saved(page)).toContainText('跳过');
  await page.keyboard.press('Space');
  await expect(page.locator('.row-mark')).toHaveCount(1);
});

test('no key acts while an input method composes, and the key that ends it neither', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.evaluate(() => {
    const list = document.getElementById('headlines');
    const key = (init: KeyboardEventInit & { keyCode?: number }) =>
      list?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    key({ key: 'Process', code: 'Digit1', keyCode: 229 });
    key({ key: '1', code: 'Digit1', isComposing: true });
    list?.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    key({ key: '2', code: 'Digit2' });
    list?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    key({ key: '3', code: 'Digit3' });
    // Nobody presses the next key before the page has handed out this one.
    return new Promise((resolve) => setTimeout(resolve, 0));
  });
  await page.keyboard.press('j');
  await expect(selectedRow(page)).toHaveAttribute('data-index', '1');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
});

test('a source is opened in the browser only where it is a web address', async ({ launch, folder }) => {
  const file = join(folder, '来源.txt');
  writeFileSync(file, '市政府发布年报 https://example.org/a\n县医院新楼启用\n');
  const { app, page } = await launch({ file });
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    shell.openExternal = async (url) => {
      (globalThis as unknown as { opened: string[] }).opened.push(url);
    };
  });
  await seeList(page);
  await page.locator('.row', { hasText: '年报' }).click();
  await page.keyboard.press('o');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.org/a']);
  await page.locator('.row', { hasText: '县医院' }).click();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('o');
  await expect(page.getByRole('alert')).toContainText('没有给出这条标题的来源链接');

  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('Failed to open URL'));
  });
  await page.locator('.row', { hasText: '年报' }).click();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('o');
  const refused = page.getByRole('alert').filter({ hasText: '系统没有打开来源链接' });
  await expect(refused).toContainText('https://example.org/a');
});

test('work that ends while the window is not in front is told by the system', async ({ launch, folder }) => {
  const file = join(folder, '晚报.txt');
  writeFileSync(file, '市政府修桥\n县医院新楼启用\n');
  const desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  const told = () => desk.app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  await desk.app.evaluate(({ BrowserWindow, Notification }) => {
    const notes: string[] = [];
    Object.assign(globalThis, { told: notes, isInFront: true });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      notes.push(`${this.title}: ${this.body}`);
    };
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.isFocused = () => (globalThis as unknown as { isInFront: boolean }).isInFront;
  });
  await chooseToOpen(desk, file);
  await clickMenu(desk, '打开清单…');
  await importOffered(desk.page, 2);
  await expect(desk.page.getByText('“晚报.txt”：取 2 行')).toBeVisible();
  expect(await told()).toEqual([]);
  await seeList(desk.page);
  await decide(desk.page, '1');
  await desk.app.evaluate(() => Object.assign(globalThis, { isInFront: false }) && true);
  await chooseToSave(desk, join(folder, '标注.jsonl'));
  await clickMenu(desk, '导出标注…');
  await desk.page.getByRole('button', { name: '选择位置…' }).click();
  await expect.poll(told).toEqual([expect.stringContaining('导出完成: 已导出 1 条标注')]);
});

for (const language of ['zh', 'en'] as const) {
  test(`the tour, commands, help and settings are accessible and fit in ${language}`, async ({
    launch,
  }, info) => {
    const desk = await launch({ language, isFirstStart: true });
    const { page } = desk;
    await page
      .getByRole('button', { name: language === 'zh' ? '打开样本清单' : 'Open the sample list' })
      .click();
    const tour = page.locator('.tour');
    for (let step = 1; step <= 5; step += 1) {
      await expect(tour).toHaveClass(new RegExp(`tour-${step}`));
      if (step < 3) await look(desk, `tour-${step}-${language}`, info.outputDir);
      await tour.locator('.main-button').click();
    }
    await expect(tour).toHaveCount(0);
    await seeList(page);
    for (const [key, name] of [
      ['ControlOrMeta+k', 'commands'],
      ['?', 'help'],
      ['ControlOrMeta+,', 'settings'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(desk, `${name}-${language}`, info.outputDir);
      await page.keyboard.press('Escape');
      if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await desk.close();
    const again = await launch({ language, isFirstStart: true });
    await seeList(again.page);
    await expect(again.page.locator('.tour')).toHaveCount(0);
  });
}
