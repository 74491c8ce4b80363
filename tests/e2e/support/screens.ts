import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DINOSAUR, SAMPLE } from '../packaged-app.ts';
import type { Desk, LaunchOptions } from './desk.ts';
import { chooseToOpen, press, seeList } from './window.ts';

export interface Screen {
  readonly name: string;
  /** Which window it is seen in; screens of one window follow each other in the order of the table. */
  readonly window: keyof typeof WINDOWS;
  /** Leads there from the screen before it in the same window. */
  readonly go: (desk: Desk, language: 'zh' | 'en') => Promise<void>;
}

/** The windows of the table: what each is started with. */
export const WINDOWS = {
  first: () => ({ isFirstStart: true }),
  sample: () => ({ file: SAMPLE }),
  large: () => ({ file: SAMPLE }),
  damaged: (folder) => ({ dataFolder: damagedFolder(folder) }),
  failed: (folder) => ({ dataFolder: join(brokenFolder(folder), 'data') }),
} as const satisfies Record<string, (folder: string) => LaunchOptions>;

const tab = (at: number) => async (desk: Desk) => {
  await desk.page.getByRole('tab').nth(at).click();
  await expect(desk.page.getByRole('tabpanel')).toBeVisible();
  await expect(desk.page.locator('.job')).toHaveCount(0, { timeout: 60_000 });
};
const key = (chord: string, shown: string) => async (desk: Desk) => {
  await desk.page.keyboard.press(chord);
  await expect(desk.page.locator(shown).first()).toBeVisible();
};
/** Closes what lies over the window, then presses a key of the desk. */
const over = (chord: string, shown: string) => async (desk: Desk) => {
  await closeAll(desk);
  await key(chord, shown)(desk);
};

/** Runs a command by its pinyin in the palette. */
const command = (pinyin: string, shown: string) => async (desk: Desk) => {
  await closeAll(desk);
  await desk.page.keyboard.press('ControlOrMeta+k');
  await desk.page.keyboard.type(pinyin);
  await key('Enter', shown)(desk);
};

/** Every screen of the window. A new page, tab, sheet or popover has its row here: all of them are looked at by axe. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'empty',
    window: 'first',
    go: ({ page }) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'tour',
    window: 'first',
    go: async ({ page }, language) => {
      await page
        .getByRole('button', { name: language === 'zh' ? '打开样本清单' : 'Open the sample list' })
        .click();
      await expect(page.locator('.tour')).toBeVisible();
    },
  },
  {
    name: 'desk',
    window: 'sample',
    go: async ({ page }) => {
      await seeList(page);
      await page.locator('.row', { hasText: DINOSAUR }).click();
      await expect(page.locator('.headline')).toContainText(DINOSAUR);
    },
  },
  {
    name: 'desk-decided',
    window: 'sample',
    go: async (desk) => {
      await seeList(desk.page);
      await desk.page.keyboard.press('Home');
      for (const one of ['1', '2', '3', '4', 'Space', 'f', 'a']) await press(desk.page, one);
      await desk.page.keyboard.press('Shift+ArrowDown');
    },
  },
  { name: 'orders', window: 'sample', go: over('s', '.order-picker [role=listbox], .popover') },
  { name: 'filters', window: 'sample', go: over('Shift+F', '.popover') },
  { name: 'views', window: 'sample', go: over('v', '.popover') },
  { name: 'commands', window: 'sample', go: over('ControlOrMeta+k', '.commands') },
  { name: 'help', window: 'sample', go: over('?', '.help') },
  { name: 'settings', window: 'sample', go: over('ControlOrMeta+,', '.settings') },
  {
    name: 'backups',
    window: 'sample',
    go: async (desk) => {
      await command('beifen', '.backups')(desk);
      await desk.page.locator('.backups .plain-button').first().click();
      await expect(desk.page.locator('.backups-table button:enabled')).toHaveCount(1);
    },
  },
  { name: 'lists', window: 'sample', go: command('guanliqingdan', '.lists-row') },
  {
    name: 'lists-sure',
    window: 'sample',
    go: async ({ page }) => {
      await page.locator('.lists-row button').first().click();
      await expect(page.locator('.backups-sure .plain-button:enabled')).toBeVisible();
    },
  },
  { name: 'subscriptions', window: 'sample', go: over('ControlOrMeta+Shift+s', '.sheet.subscriptions') },
  { name: 'export', window: 'sample', go: over('ControlOrMeta+e', '.sheet.export') },
  {
    name: 'import',
    window: 'sample',
    go: async (desk) => {
      await closeAll(desk);
      await chooseToOpen(desk, tableFile(test.info().outputDir));
      await key('ControlOrMeta+o', '.sheet.import .import-table')(desk);
    },
  },
  { name: 'manual', window: 'sample', go: over('F1', '.manual-text') },
  {
    name: 'name',
    window: 'sample',
    go: async (desk) => {
      await closeAll(desk);
      await desk.page.locator('.status-name').click();
      await expect(desk.page.locator('.popover')).toBeVisible();
    },
  },
  {
    name: 'nothing-found',
    window: 'sample',
    go: async (desk) => {
      await closeAll(desk);
      await desk.page.getByRole('searchbox').fill('没有这样的标题');
      await expect(desk.page.locator('.nothing-found')).toBeVisible();
    },
  },
  {
    name: 'model-quality',
    window: 'sample',
    go: async (desk) => {
      await desk.page.getByRole('searchbox').fill('');
      await key('ControlOrMeta+2', '.model')(desk);
      await tab(0)(desk);
    },
  },
  { name: 'model-workload', window: 'sample', go: tab(1) },
  { name: 'model-words', window: 'sample', go: tab(2) },
  { name: 'model-versions', window: 'sample', go: tab(3) },
  { name: 'today', window: 'sample', go: key('ControlOrMeta+3', '.decisions-table') },
  { name: 'editors-differ', window: 'sample', go: key('ControlOrMeta+4', '.card') },
  { name: 'editors-agreement', window: 'sample', go: tab(1) },
  {
    name: 'desk-large-text',
    window: 'large',
    go: async ({ page }) => {
      await seeList(page);
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ControlOrMeta+=');
      await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
    },
  },
  { name: 'settings-large-text', window: 'large', go: over('ControlOrMeta+,', '.settings') },
  { name: 'model-large-text', window: 'large', go: over('ControlOrMeta+2', '.model') },
  { name: 'today-large-text', window: 'large', go: key('ControlOrMeta+3', '.today') },
  { name: 'recovery', window: 'damaged', go: ({ page }) => expect(page.locator('.recovery')).toBeVisible() },
  { name: 'failed', window: 'failed', go: ({ page }) => expect(page.getByRole('alert')).toBeVisible() },
];

async function closeAll({ page }: Desk): Promise<void> {
  for (let at = 0; at < 3 && (await page.locator('[role=dialog], .popover').count()) > 0; at += 1)
    await page.keyboard.press('Escape');
  await expect(page.locator('[role=dialog], .popover')).toHaveCount(0);
  await page.getByRole('listbox').first().focus();
}

/** A file where a folder should be: no workspace can be opened there. */
function brokenFolder(folder: string): string {
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  return file;
}

/** A workspace that is no database. */
function damagedFolder(folder: string): string {
  const data = join(folder, 'damaged');
  mkdirSync(data);
  writeFileSync(join(data, 'jianwen.db'), 'x'.repeat(9000));
  return data;
}

/** A table with a headline column, one row of which is empty. */
function tableFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '选题.csv');
  writeFileSync(file, '标题,来源\n村民挖出千年灵芝 一夜治好全村,早报\n市图书馆周末延长开放,早报\n,早报\n');
  return file;
}
