import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { type Desk, expect, test } from './support/desk.ts';
import { engineOf, isAlive, waitUntil } from './support/processes.ts';
import { decide, drawnRows, foundRow, type RowText, saved, seeList, selectedRow } from './support/window.ts';

const appPid = ({ app }: Desk) => app.process().pid ?? 0;

async function killEngine(desk: Desk): Promise<void> {
  const engine = engineOf(appPid(desk));
  process.kill(engine, 'SIGKILL');
  await waitUntil('the engine is gone', () => !isAlive(engine));
}

async function learned(desk: Desk): Promise<string> {
  return (await desk.page.locator('.status-model').textContent()) ?? '';
}

test('an engine killed right after a saved label comes back with it', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await seeList(page);
  await decide(page, '1');
  await decide(page, '3');
  await killEngine(desk);
  await expect(page.getByText(/评分引擎已重新启动/)).toBeVisible();
  await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
  const state = await learned(desk);
  const before = (await drawnRows(page)).slice(0, 8);

  await decide(page, '2');
  await expect(page.getByText('84 条，已标 3', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(saved(page)).toContainText('撤销');
  expect((await drawnRows(page)).slice(0, 8)).toEqual(before);
  await expect(page.locator('.status-model')).toHaveText(/已标 2 条/);
  expect(state).toContain('已标 2 条');
});

test('keys pressed while the engine is dead are carried out once it is back', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  process.kill(engineOf(appPid(desk)), 'SIGKILL');
  await desk.page.keyboard.press('2');
  await desk.page.keyboard.press('1');
  await expect(desk.page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
  const rows = await drawnRows(desk.page);
  expect(rows.slice(0, 3).map((row) => row.label)).toEqual(['耸动', '可信', '']);
  await expect(selectedRow(desk.page)).toHaveAttribute('id', rows[2]?.id ?? '');
});

test('an app and its engine, killed at once right after a saved label, come back with it', async ({
  launch,
  folder,
}) => {
  const twin = await launch({ file: SAMPLE, dataFolder: join(folder, 'twin') });
  await seeList(twin.page);
  await decide(twin.page, '4');
  await decide(twin.page, '1');
  const rows = (await drawnRows(twin.page)).slice(0, 8);
  // What is drawn may wait for its new scores; what is searched has them.
  const expected: RowText[] = [];
  for (const row of rows) expected.push(await foundRow(twin.page, row));
  await twin.close();

  const first = await launch({ file: SAMPLE });
  await seeList(first.page);
  await decide(first.page, '4');
  const kill = first.readyToKill();
  await decide(first.page, '1');
  await kill();
  const log = statSync(join(folder, 'data', 'jianwen.db-wal'), { throwIfNoEntry: false });
  expect(log?.size ?? 0, 'a clean end would have moved the log into the database').toBeGreaterThan(0);

  const second = await launch();
  await seeList(second.page);
  await expect(second.page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
  for (const row of expected) expect(await foundRow(second.page, row)).toEqual(row);
});

test('an engine that keeps dying is given up with a message, not with a crash', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  for (let death = 0; death < 3; death++) {
    await waitUntil('there is an engine', () => hasEngine(desk));
    await killEngine(desk);
  }
  await expect(desk.page.getByRole('heading', { name: '评分引擎停止了' })).toBeVisible();
  await desk.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void Object.assign(globalThis, { shown: path });
  });
  await desk.page.getByRole('button', { name: '查看日志' }).click();
  const shown = () => desk.app.evaluate(() => (globalThis as unknown as { shown?: string }).shown ?? '');
  await expect.poll(shown).toMatch(/main\.log$/);
  expect(readFileSync(await shown(), 'utf8')).toContain('engine failed engine-stopped');
  await desk.page.getByRole('button', { name: '再试一次' }).click();
  await seeList(desk.page);
  await desk.close();
  const again = await launch();
  await seeList(again.page);
});

test('a page that keeps dying is given up with a question, and comes back when the editor wants it', async ({
  launch,
}) => {
  const { app, page } = await launch({ file: SAMPLE });
  await seeList(page);
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[][] = [];
    const answers = [1, 0];
    Object.assign(globalThis, { asked, shown: 0 });
    shell.showItemInFolder = () => void Object.assign(globalThis, { shown: 1 });
    dialog.showMessageBox = (async (_window: unknown, { buttons }: Electron.MessageBoxOptions) => {
      asked.push(buttons ?? []);
      return { response: answers.shift() ?? 2, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  for (let death = 0; death < 3; death += 1) {
    await expect.poll(() => rowsDrawn(app)).toBeGreaterThan(0);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  }
  await expect.poll(() => rowsDrawn(app)).toBeGreaterThan(0);
  const told = await app.evaluate(() => {
    const { asked, shown } = globalThis as unknown as { asked: string[][]; shown: number };
    return { asked, shown };
  });
  expect(told.asked).toEqual([buttons, buttons]);
  expect(told.shown).toBe(1);
});

const buttons = ['重新载入', '查看日志', '退出鉴闻'];

/** Asked of main, as the test driver has lost a page that died; a page that dies meanwhile never answers. */
function rowsDrawn(app: Desk['app']): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const late = new Promise<number>((answer) => setTimeout(() => answer(0), 500));
    return Promise.race([
      late,
      contents?.executeJavaScript('document.querySelectorAll(".row").length') ?? 0,
    ]) as Promise<number>;
  });
}

test('an app that is closed waits for its engine, and ends one that hangs', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  await seeList(desk.page);
  const prompt = engineOf(appPid(desk));
  await desk.close();
  expect(isAlive(prompt)).toBe(false);

  const second = await launch();
  await seeList(second.page);
  const hanging = engineOf(appPid(second));
  process.kill(hanging, 'SIGSTOP');
  await second.close();
  await waitUntil('the engine that hung is gone', () => !isAlive(hanging));

  const third = await launch();
  await seeList(third.page);
});

function hasEngine(desk: Desk): boolean {
  try {
    return engineOf(appPid(desk)) > 0;
  } catch {
    return false;
  }
}
