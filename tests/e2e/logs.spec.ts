import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/desk.ts';
import { engineOf, waitUntil } from './support/processes.ts';
import { chooseToSave, clickMenu, decide, seeList, unfold } from './support/window.ts';

const SECRET = '绝密恐龙宠物牛皮标题';

test('logs and report say what happened and hold no word of a headline', async ({ launch, folder }) => {
  const file = join(folder, `${SECRET}.csv`);
  writeFileSync(file, `标题\n${SECRET}一\n${SECRET}二\n`);
  const desk = await launch({ file });
  await seeList(desk.page);
  await unfold(desk.page);
  await decide(desk.page, '1');
  await desk.app.evaluate((_electron, text) => {
    setTimeout(() => void Promise.reject(new TypeError(text)));
  }, SECRET);
  process.kill(engineOf(desk.app.process().pid ?? 0), 'SIGKILL');
  await expect(desk.page.getByText(/评分引擎已重新启动/)).toBeVisible();

  await chooseToSave(desk, join(folder, 'report'));
  await desk.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void Object.assign(globalThis, { shown: path });
  });
  await clickMenu(desk, '问题报告…');
  const shown = () => desk.app.evaluate(() => (globalThis as unknown as { shown?: string }).shown);
  await expect.poll(shown).toBe(join(folder, 'report'));
  await clickMenu(desk, '打开日志文件夹');
  const logs = join(folder, 'data', 'window', 'logs');
  await expect.poll(shown).toBe(join(logs, 'main.log'));
  await waitUntil('the log tells of the death', () =>
    readFileSync(join(logs, 'main.log'), 'utf8').includes('engine restarted'),
  );
  expect(readFileSync(join(logs, 'main.log'), 'utf8')).toMatch(/ unhandled$/m);
  const texts = [logs, join(folder, 'report')].flatMap((place) =>
    readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8')),
  );
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => text.includes('恐龙') || text.includes(folder))).toEqual([]);
  expect(readFileSync(join(folder, 'report', 'counts.txt'), 'utf8')).toMatch(
    /lists: 1\nheadlines: 2\nlabels: 1\n/,
  );
});
