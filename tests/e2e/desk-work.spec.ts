import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { DINOSAUR, SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { decide, press, seeList, selectedRow, settled } from './support/window.ts';

/** Starting takes a while on a busy machine. */
const STARTED = { timeout: 45_000 };

test.setTimeout(240_000);

test('keeps status, note, assignee and day beside the label, in every list, and takes each back', async ({
  launch,
}) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await page.locator('.row', { hasText: DINOSAUR }).click();
  const strip = page.getByRole('region', { name: '处置与备注' });
  await strip.getByRole('radio', { name: '核查中' }).click();
  await expect(strip).toContainText('处置已保存');

  const note = strip.getByRole('textbox', { name: '备注' });
  await note.click();
  await page.keyboard.type('问自贡台 1 2 3');
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('备注已保存');
  await expect(page.getByRole('listbox')).toBeFocused();
  await expect(selectedRow(page)).toContainText(DINOSAUR);
  await expect(page.locator('.row-label')).toHaveCount(0);

  await strip
    .getByRole('combobox', { name: '交给' })
    .or(strip.getByRole('textbox', { name: '交给' }))
    .fill('李');
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('交给已保存');
  await strip.getByRole('button', { name: /选复查日期/ }).click();
  await page.getByRole('dialog').locator('.calendar-day[data-today]').click();
  await expect(strip).toContainText('复查日期已保存');
  await expect(page.locator('.row-label')).toHaveCount(0);

  await strip.getByRole('button', { name: '复制核查单' }).click();
  await expect(strip).toContainText('已复制');
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('请 李 核查');
  expect(copied).toContain(DINOSAUR);
  expect(copied).toMatch(/依据：\n- 离奇：|依据：\n- 耸动：/);
  expect(copied).toContain('备注：问自贡台 1 2 3');

  await page.getByRole('listbox').focus();
  await decide(page, '3');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeFocused();
  await expect(page.locator('.decisions-table tbody tr')).toHaveCount(5);
  await expect(page.locator('.decisions-table tbody tr').first()).toContainText(/标为离奇（[\d.]+ 秒）/);
  await expect(page.locator('.today-side')).toContainText('交给 李');
  await page.getByRole('button', { name: /^撤销：复查日期/ }).click();
  await expect(page.locator('.decision-undone')).toHaveCount(1);
  await expect(page.locator('.today-side')).toContainText('没有到期的');
  await page.getByRole('button', { name: /^撤销：标为离奇/ }).click();
  await expect(page.locator('.decision-undone')).toHaveCount(2);

  await page
    .getByRole('button', { name: /^在清单中显示/ })
    .first()
    .click();
  await expect(selectedRow(page)).toContainText(DINOSAUR);
  await expect(page.locator('.row-label')).toHaveCount(0);
  await expect(strip.getByRole('radio', { name: '核查中' })).toBeChecked();
  await strip.getByRole('button', { name: '撤销' }).click();
  await expect(strip).toContainText('备注已保存');
  await desk.close();

  const again = await launch({ file: SAMPLE });
  await expect(again.page.locator('.row').first()).toBeVisible(STARTED);
  await again.page.locator('.row', { hasText: DINOSAUR }).click();
  const kept = again.page.getByRole('region', { name: '处置与备注' });
  await expect(kept.getByRole('textbox', { name: '备注' })).toHaveValue('问自贡台 1 2 3');
  await expect(kept.getByRole('radio', { name: '核查中' })).toBeChecked();
});

test('saves a note once at Enter, and brings it back by Escape', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const strip = page.getByRole('region', { name: '处置与备注' });
  const note = strip.getByRole('textbox', { name: '备注' });
  await note.fill('问自贡台');
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('备注已保存');
  await page.keyboard.press('Control+3');
  await expect(page.locator('.decisions-table tbody tr')).toHaveCount(1);
  await page.keyboard.press('Control+1');
  await note.fill('不问了');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeFocused();
  for (const at of [1, 0]) await page.locator('.row').nth(at).click();
  await expect(note).toHaveValue('问自贡台');
});

test('keeps a note that is being typed when the window is closed, and when the program is quit', async ({
  launch,
}) => {
  const ways: readonly ((app: ElectronApplication) => Promise<void>)[] = [
    (app) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    (app) => app.evaluate(({ app: program }) => program.quit()),
  ];
  for (const [at, end] of ways.entries()) {
    const { app, page } = await launch({ file: SAMPLE });
    await expect(page.locator('.row').first()).toBeVisible(STARTED);
    await seeList(page);
    const note = page.getByRole('textbox', { name: '备注' });
    await page.locator('.row', { hasText: DINOSAUR }).click();
    await expect(note).toHaveValue(at === 0 ? '' : '问自贡台0');
    await note.fill(`问自贡台${at}`);
    const closed = app.waitForEvent('close');
    // The answer may be lost with the program.
    await end(app).catch(() => undefined);
    await closed;
  }
  const { page } = await launch();
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await page.locator('.row', { hasText: DINOSAUR }).click();
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('问自贡台1');
});

test('keeps a note and the cursor in it when another headline is selected meanwhile', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const note = page.getByRole('textbox', { name: '备注' });
  const select = (at: number) =>
    page
      .locator('.row')
      .nth(at)
      .evaluate((row: HTMLElement) => row.click());
  await note.fill('问自贡台');
  await select(1);
  await expect(note).toHaveValue('');
  await page.keyboard.type('1 问县里');
  await expect(note).toHaveValue('1 问县里');
  await select(0);
  await expect(note).toHaveValue('问自贡台');
  await select(1);
  await expect(note).toHaveValue('1 问县里');
  await expect(page.locator('.row-label, .row-mark')).toHaveCount(0);
});

test('leads n to the note of the headline that the decision before it leads to', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const note = page.getByRole('textbox', { name: '备注' });
  const row = await selectedRow(page).getAttribute('id');
  await page.getByRole('listbox').evaluate((list) => {
    for (const code of ['Digit4', 'KeyN']) {
      const key = code.slice(-1).toLowerCase();
      list.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    }
  });
  await expect(selectedRow(page)).not.toHaveAttribute('id', row ?? '');
  await expect(note).toBeFocused();
  await page.keyboard.type('2 问台里');
  await expect(note).toHaveValue('2 问台里');
  await page.locator('.row').first().click();
  await expect(note).toHaveValue('');
  await page.locator('.row').nth(1).click();
  await expect(note).toHaveValue('2 问台里');
  await expect(page.locator('.row-label')).toHaveCount(1);
});

test('tells of a list that was opened while a note is written, and does not show it', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const other = join(folder, '第二份.txt');
  writeFileSync(other, '魏明伦文学馆盛大开馆\n艾叶古镇盐卤温泉夜泡\n');
  const note = page.getByRole('textbox', { name: '备注' });
  await note.fill('再问');
  await app.evaluate((electron, path) => {
    electron.app.emit('open-file', { preventDefault: () => undefined }, path);
  }, other);
  await expect(page.locator('.notice', { hasText: '第二份' })).toBeVisible();
  await settled(page);
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('再问');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
});

test('leaves digits and Enter of an input method alone', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const note = page.getByRole('textbox', { name: '备注' });
  await note.focus();
  await note.evaluate((field: HTMLElement) => {
    const press = (key: string) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, isComposing: true, bubbles: true }));
    press('1');
    press('Enter');
  });
  await expect(note).toBeFocused();
  await expect(page.locator('.row-label')).toHaveCount(0);
});

test('saves a day that was typed when its field is left, and keeps no half of one for another headline', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const strip = page.getByRole('region', { name: '处置与备注' });
  const year = strip.locator('.recheck-segment').first();
  const selectRow = (at: number) => page.locator('.row').nth(at).click();
  await selectRow(1);
  const empty = await year.textContent();
  await year.click();
  await page.keyboard.type('2031');
  await expect(year).toHaveText('2031');
  await selectRow(2);
  await expect(year).toHaveText(empty ?? '');

  await year.click();
  await page.keyboard.type('20310405');
  await selectRow(3);
  await expect(year).toHaveText(empty ?? '');
  await selectRow(2);
  await expect(year).toHaveText('2031');
  await expect(strip).toContainText('复查日期已保存');
  await selectRow(1);
  await expect(year).toHaveText(empty ?? '');
});

test('keeps the half of a day that was typed when the window is left, and goes on with it', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const strip = page.getByRole('region', { name: '处置与备注' });
  const year = strip.locator('.recheck-segment').first();
  await year.click();
  await page.keyboard.type('2031');
  // The test driver lets the page believe that it has the focus, so the page is told what it would be told.
  await page.evaluate(() => {
    document.hasFocus = () => false;
    document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    Reflect.deleteProperty(document, 'hasFocus');
  });
  await page.keyboard.type('0405');
  await page.locator('.row').nth(1).click();
  await page.locator('.row').first().click();
  await expect(year).toHaveText('2031');
  await expect(page.locator('.row-label')).toHaveCount(0);
});

for (const language of ['zh', 'en'] as const) {
  test(`is accessible and fits in ${language}, by day and by night`, async ({ launch }, info) => {
    const desk = await launch({ language, file: SAMPLE });
    const { page } = desk;
    await expect(page.locator('.row').first()).toBeVisible(STARTED);
    await seeList(page);
    await page.locator('.notice-close').first().click();
    await page.locator('.row', { hasText: DINOSAUR }).click();
    await look(desk, `desk-work-first-${language}`, info.outputDir);
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await look(desk, `today-empty-${language}`, info.outputDir);
    await page.keyboard.press('Control+1');
    await page.locator('.name-input').fill(language === 'zh' ? '王小明' : 'Wang');
    await page.keyboard.press('Enter');
    await expect(page.locator('.name-bar')).toHaveCount(0);
    await page.locator('.disposition').nth(1).click();
    await page.locator('.work-note input').fill('问自贡台，并与县里核对');
    await page.keyboard.press('Enter');
    await page.locator('.work-assignee input').fill(language === 'zh' ? '王小明' : 'Wang');
    await page.keyboard.press('Enter');
    await expect(page.locator('.work-saved')).toContainText(/交给已保存|Assign to saved/);
    await page.locator('.recheck-button').first().click();
    await expect(page.locator('.calendar')).toBeVisible();
    await look(desk, `desk-work-calendar-${language}`, info.outputDir);
    await page.locator('.calendar-day[data-today]').click();
    await page.getByRole('listbox').focus();
    for (const key of ['4', '1']) await press(page, key);
    await look(desk, `desk-work-${language}`, info.outputDir);
    await page.keyboard.press('Control+3');
    await expect(page.locator('.decisions-table')).toBeVisible();
    await page.locator('.decisions-table button.link').last().click();
    await look(desk, `today-${language}`, info.outputDir);
  });
}
