import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from './desk.ts';

/** What one row of the list says. */
export interface RowText {
  readonly id: string;
  readonly headline: string;
  readonly band: string;
  readonly scores: readonly string[];
  readonly reason: string;
  readonly label: string;
}

/** Waits for the list, and that no other is on its way, and gives it the focus. */
export async function seeList(page: Page): Promise<Locator> {
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option').first()).toBeVisible();
  await settled(page);
  await list.focus();
  return list;
}

/** The rows that are drawn, from the top. */
export async function drawnRows(page: Page): Promise<readonly RowText[]> {
  const rows = await page.locator('.row').evaluateAll((options) =>
    options
      .map((row) => {
        const text = (name: string) => row.querySelector(name)?.textContent ?? '';
        return {
          at: Number(row.getAttribute('data-index')),
          id: row.id,
          headline: text('.row-headline'),
          band: text('.row-band'),
          scores: [...row.querySelectorAll('.score')].map((score) => score.lastChild?.textContent ?? ''),
          reason: text('.reason'),
          label: row.querySelector('.row-label')?.lastChild?.textContent ?? '',
        };
      })
      .sort((a, b) => a.at - b.at)
      .map(({ at: _at, ...row }) => row),
  );
  return rows;
}

/** Searches the list for a row by its headline and gives it as it is now; the search stays. */
export async function foundRow(page: Page, { id, headline }: RowText): Promise<RowText> {
  await page.getByRole('searchbox').fill(headline);
  const row = page.locator(`.row[id="${id}"]`);
  await expect(row).toBeVisible();
  const found = (await drawnRows(page)).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The list lost ${headline}.`);
  return found;
}

export function selectedRow(page: Page): Locator {
  return page.locator('.row[aria-selected=true]');
}

/** The last words of the status bar. */
export function saved(page: Page): Locator {
  return page.getByRole('status');
}

/** Presses a key of a decision and waits until it is saved. */
export async function decide(page: Page, key: string): Promise<void> {
  await press(page, key);
  await expect(saved(page)).toContainText('已保存');
}

/** Presses a key of a decision and waits until the next headline is selected. */
export async function press(page: Page, key: string): Promise<void> {
  await settled(page);
  const before = await selectedRow(page).getAttribute('id');
  await page.keyboard.press(key);
  await expect(selectedRow(page)).not.toHaveAttribute('id', before ?? '');
}

/** Waits until no list is on its way; keys that another would meet do nothing before. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
}

/** Chooses the order of the list by its name. */
export async function chooseOrder(page: Page, name: string): Promise<void> {
  await page.locator('.order-picker button').click();
  await page.getByRole('option', { name }).click();
  await settled(page);
}

/** Sets a filter by its name, and leaves the filters. */
export async function chooseFilter(page: Page, name: string, label: string): Promise<void> {
  await page.getByRole('button', { name: /^(筛选|Filter)/ }).click();
  await page.getByRole('dialog').getByLabel(name, { exact: true }).selectOption({ label });
  await page.keyboard.press('Escape');
  await settled(page);
}

/** Clicks an item of the menu bar. */
export async function clickMenu({ app }: Desk, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    const item = items.find((one) => one.label === wanted);
    if (item === undefined) throw new Error(`The menu has no item ${wanted}.`);
    item.click();
  }, label);
}

/** Imports what is shown before it is stored. */
export async function importOffered(page: Page, headlines: number): Promise<void> {
  const sheet = page.getByRole('dialog', { name: /^导入前看一看/ });
  await sheet.getByRole('button', { name: `导入 ${headlines} 条` }).click();
  await expect(sheet).toHaveCount(0);
}

/** Lets the next open dialogs answer with this file. */
export async function chooseToOpen({ app }: Desk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** Lets the next save dialogs answer with this file. */
export async function chooseToSave({ app }: Desk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);
}

/** Shows one row a headline, where near-copies are folded under one. */
export async function unfold(page: Page): Promise<void> {
  const choice = page.locator('.fold-choice input');
  if (!(await choice.isChecked())) return;
  await choice.uncheck();
  await settled(page);
  await page.getByRole('listbox').focus();
}
