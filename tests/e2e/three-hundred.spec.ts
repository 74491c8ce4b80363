import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { modelBytes } from './support/model-bytes.ts';
import { chooseOrder, seeList, unfold } from './support/window.ts';

const DECISIONS = 300;
const GENERATED = 2000;
const KEYS = ['1', '2', '3', '4', 'Numpad1', 'Numpad3', '1', 'Numpad2'];

test.setTimeout(420_000);

test('300 decisions by keyboard alone: one press each, none lost, all undone to the first bytes', async ({
  launch,
  folder,
}, info) => {
  const file = join(folder, '全天.txt');
  writeFileSync(file, `${readFileSync(SAMPLE, 'utf8')}\n${generated().join('\n')}\n`);
  const data = join(folder, 'data');
  let desk = await launch({ file });
  await seeList(desk.page);
  const total = Number(/^(\d+) 条/.exec((await desk.page.locator('.queue-count').textContent()) ?? '')?.[1]);
  expect(total).toBe(84 + GENERATED);
  await desk.close();
  const first = modelBytes(data);

  desk = await launch();
  await ready(desk.page);
  const times = await pressAll(desk.page, KEYS_OF(0, DECISIONS / 2));
  const kill = desk.readyToKill();
  await kill();

  desk = await launch();
  await ready(desk.page);
  await expect(desk.page.locator('.queue-count')).toHaveText(`${total} 条，已标 ${DECISIONS / 2}`);
  for (let row = 0; row < DECISIONS / 2; row += 1) await desk.page.keyboard.press('j');
  times.push(...(await pressAll(desk.page, KEYS_OF(DECISIONS / 2, DECISIONS))));
  await expect(desk.page.locator('.queue-count')).toHaveText(`${total} 条，已标 ${DECISIONS}`);
  await desk.close();
  expect(times).toHaveLength(DECISIONS);
  expect(modelBytes(data)).not.toBe(first);

  desk = await launch();
  await ready(desk.page);
  await expect(desk.page.locator('.queue-count')).toHaveText(`${total} 条，已标 ${DECISIONS}`);
  const undone = await pressAll(
    desk.page,
    Array.from({ length: DECISIONS }, () => 'ControlOrMeta+z'),
  );
  await expect(desk.page.locator('.queue-count')).toHaveText(`${total} 条，已标 0`);
  await desk.close();
  desk = await launch();
  await seeList(desk.page);
  // The version that the undone labels call for is made some seconds after the start, in a thread.
  await expect.poll(() => modelBytes(data) === first, { timeout: 60_000, intervals: [2_000] }).toBe(true);
  await desk.close();

  const told = [`key press to saved: ${summary(times)}`, `undo: ${summary(undone)}`].join('\n');
  info.annotations.push({ type: 'times', description: told });
  console.log(told);
});

const KEYS_OF = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => KEYS[(from + at) % KEYS.length] ?? '1');

/** Waits for the list in the order of the file, one row a headline, which decisions do not change. */
async function ready(page: Page): Promise<void> {
  await seeList(page);
  await unfold(page);
  await chooseOrder(page, '清单原来的次序');
  await seeList(page);
  await page.keyboard.press('Home');
}

/** Presses each key once, waits until the window says that it is saved, and returns the milliseconds of each. */
async function pressAll(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    let pressed = 0;
    Object.assign(globalThis, { times });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Control' && event.key !== 'Meta') pressed = performance.now();
      },
      { capture: true },
    );
    const status = document.querySelector('.status-saved');
    if (status === null) throw new Error('There is no line that says what is saved.');
    new MutationObserver(() => {
      if (pressed > 0) times.push(performance.now() - pressed);
      pressed = 0;
    }).observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  for (const [at, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction(
      (count) => (globalThis as unknown as { times: number[] }).times.length >= count,
      at + 1,
    );
  }
  return page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `${sorted.length} presses, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`;
}

const PLACES = [
  '临江县',
  '青石镇',
  '高坪区',
  '白塔村',
  '东湖市',
  '云岭乡',
  '沙河街道',
  '望山林场',
  '南门社区',
  '石桥水库',
];
const SUBJECTS = [
  '供水站',
  '小学',
  '合唱团',
  '果园',
  '消防队',
  '图书馆',
  '渡口',
  '养老院',
  '菜市场',
  '气象台',
];
const EVENTS = [
  '完成检修',
  '公布招聘名单',
  '开放夜间参观',
  '举行应急演练',
  '更换陈旧线路',
  '首次公开账目',
  '启用新站房',
  '延长服务时间',
  '征集冬季方案',
  '与邻县签约',
  '惊现神秘光柱震惊全网',
  '一夜之间返老还童',
  '让专家彻底沉默',
  '三天治愈百病',
  '老人徒手拦停列车',
  '发现会说话的鱼',
  '看完泪目转疯了',
  '万人连夜排队只为它',
  '挖出活了千年的龟',
  '气温骤升到九十度',
];

/** Two thousand different headlines, always the same ones. */
function generated(): string[] {
  const all = PLACES.flatMap((place) =>
    SUBJECTS.flatMap((subject) => EVENTS.map((event) => `- ${place}${subject}${event}`)),
  );
  if (all.length !== GENERATED) throw new Error(`There are ${all.length} headlines.`);
  return all;
}
