import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import {
  chooseFilter,
  chooseOrder,
  decide,
  drawnRows,
  saved,
  seeList,
  selectedRow,
  settled,
} from './support/window.ts';

/** Starting takes a while on a busy machine. */
const STARTED = { timeout: 45_000 };

test.setTimeout(240_000);

/** Three copies of one story, and two headlines that stand alone. */
const COPIES = [
  '荣县村民老张在自家鱼塘里发现活恐龙三只',
  '荣县村民老张在自家鱼塘里发现活恐龙五只',
  '荣县村民老张在自家鱼塘里发现了活恐龙三只',
  '市政府召开防汛工作会议',
  '震惊!全城女人都在抢的面膜',
];

test('works through queues by keyboard, and says what each is for', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await page.keyboard.press('s');
  const orders = page.locator('.orders');
  await expect(orders).toBeVisible();
  for (const purpose of [
    '先看最可能出问题',
    '每标一条学得最多',
    '不是规则误伤就是模型没学到',
    '没有日期的按导入时间',
    '固定的随机样本',
  ])
    await expect(orders).toContainText(purpose);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.locator('#order-button')).toContainText('最值得标的在前');
  await expect(page.getByRole('listbox')).toBeFocused();
  const [first] = await drawnRows(page);
  await decide(page, '1');
  await page.getByRole('button', { name: '按新分数重排' }).click();
  await settled(page);
  expect((await drawnRows(page))[0]?.id).not.toBe(first?.id);
  await chooseOrder(page, '随机抽查');
  const stream = (await drawnRows(page)).map(({ id }) => id);
  await chooseOrder(page, '规则与模型不一致在前');
  await chooseOrder(page, '随机抽查');
  expect((await drawnRows(page)).map(({ id }) => id)).toEqual(stream);
});

test('combines filters, tells what they hide, and never says that nothing is left', async ({ launch }) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await page.getByRole('checkbox', { name: '合并相似' }).uncheck();
  await settled(page);
  await decide(page, '3');
  await page.keyboard.press('Shift+f');
  const filters = page.getByRole('dialog', { name: '筛选' });
  await filters.getByLabel('标注', { exact: true }).selectOption({ label: '只看未标' });
  await filters.getByLabel('初筛').selectOption({ label: '存疑' });
  await expect(filters.getByLabel('命中规则').locator('option')).not.toHaveCount(1);
  await filters.getByLabel('命中规则').selectOption({ index: 1 });
  await page.keyboard.press('Escape');
  await settled(page);
  const chips = page.getByRole('list', { name: '正在用的筛选' });
  await expect(chips.getByRole('button')).toHaveCount(3);
  await expect(page.locator('.chips-hidden')).toContainText(/被筛选隐藏 \d+ 条/);
  await chips.getByRole('button', { name: /规则/ }).click();
  await settled(page);
  await expect(chips.getByRole('button')).toHaveCount(2);

  await page.getByRole('searchbox').fill('市政府开会');
  const nothing = page.locator('.nothing-found');
  await expect(nothing).toContainText('清单里有 84 条，都被筛选隐藏了');
  await expect(nothing.getByRole('button', { name: /去掉“搜索“市政府开会””：\d+ 条/ })).toBeVisible();
  await nothing.getByRole('button', { name: '显示全部 84 条' }).click();
  await settled(page);
  await expect(page.getByText('84 条，已标 1', { exact: true })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('');

  await chooseFilter(page, '谁标的', '本台：1 条');
  await expect(page.locator('.row')).toHaveCount(1);
  await chooseFilter(page, '标注日期', '今天');
  await expect(page.locator('.row')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(saved(page)).toContainText('撤销');
});

test('keeps views with counts that follow decisions, through a restart', async ({ launch }) => {
  const before = await launch({ file: SAMPLE });
  const { page } = before;
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await chooseFilter(page, '初筛', '存疑');
  await chooseFilter(page, '标注', '只看未标');
  await page.keyboard.press('v');
  const menu = page.getByRole('dialog', { name: '保存与整理视图' });
  await menu.getByLabel('把现在的次序与筛选存为视图').fill('今早要看');
  await page.keyboard.press('Enter');
  const tab = page.locator('.view-tab', { hasText: '今早要看' });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  const count = async () => Number(await tab.locator('.view-count').textContent());
  await expect.poll(count).toBeGreaterThan(1);
  const were = await count();
  await page.getByRole('listbox').focus();
  await decide(page, '1');
  await expect.poll(count).toBeLessThan(were);
  await page.getByRole('button', { name: '全部显示' }).click();
  await settled(page);
  await before.close();

  const after = await launch();
  const again = after.page;
  await expect(again.locator('.row').first()).toBeVisible(STARTED);
  await again.locator('.view-tab', { hasText: '今早要看' }).click();
  await settled(again);
  await expect(again.getByRole('list', { name: '正在用的筛选' }).getByRole('button')).toHaveCount(2);
  await again.keyboard.press('v');
  await again.getByLabel('改名：今早要看').fill('早班');
  await again.keyboard.press('Enter');
  await expect(again.locator('.view-tab', { hasText: '早班' })).toBeVisible();
  await again.getByRole('button', { name: '删除视图：早班' }).click();
  await again.keyboard.press('Escape');
  await expect(again.locator('.view-tab')).toHaveCount(0);
  await again.locator('.view-removed').getByRole('button', { name: '撤销' }).click();
  await expect(again.locator('.view-tab', { hasText: '早班' })).toBeVisible();
});

test('folds a story, decides it at once with an exception, and takes all of it back', async ({
  launch,
  folder,
}) => {
  const file = join(folder, '相似.txt');
  writeFileSync(file, COPIES.map((text) => `- ${text}`).join('\n'));
  const { page } = await launch({ file });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  await expect(page.locator('.row')).toHaveCount(3);
  await page.locator('.row', { hasText: '鱼塘' }).click();
  await expect(selectedRow(page).locator('.row-fold')).toContainText('相似 3 条');
  const panel = page.getByRole('region', { name: '这一行代表的标题' });
  await expect(panel).toContainText('一起判断 3 / 3 条');
  await panel.getByRole('checkbox', { name: '五只' }).uncheck();
  await expect(panel).toContainText('一起判断 2 / 3 条');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('3');
  await expect(saved(page)).toContainText('已保存');
  await expect(page.getByText(/^5 条，已标 2/)).toBeVisible();

  await page.locator('.row', { hasText: '鱼塘' }).click();
  await page.keyboard.press('g');
  await settled(page);
  await expect(page.locator('.row')).toHaveCount(5);
  await expect(page.locator('.row-member')).toHaveCount(2);
  await expect(page.locator('.row', { hasText: '五只' }).locator('.row-label')).toHaveCount(0);
  await expect(page.locator('.row-label')).toHaveCount(2);
  await page.locator('.row', { hasText: '五只' }).click();
  await decide(page, '4');
  await expect(page.locator('.row-label')).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.row-label')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.row-label')).toHaveCount(0);
  await page.locator('.row-member').first().click();
  await page.keyboard.press('g');
  await settled(page);
  await expect(page.locator('.row')).toHaveCount(3);
  await expect(selectedRow(page)).toContainText('鱼塘');
});

test('lists all feeds as one', async ({ launch, folder }) => {
  const file = join(folder, '另一份.txt');
  writeFileSync(file, COPIES.map((text) => `- ${text}`).join('\n'));
  const first = await launch({ file: SAMPLE });
  await expect(first.page.locator('.row').first()).toBeVisible(STARTED);
  await first.close();
  const { page } = await launch({ file });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await page.getByRole('combobox', { name: '清单' }).selectOption({ label: '全部 2 份清单（89 条）' });
  await settled(page);
  await expect(page.getByText(/^89 条，已标 0/)).toBeVisible();
  await decide(page, '2');
  await expect(page.getByText(/^89 条，已标 [1-9]/)).toBeVisible();
});

for (const language of ['zh', 'en'] as const) {
  test(`queue is accessible and fits in ${language}, by day and by night`, async ({
    launch,
    folder,
  }, info) => {
    const file = join(folder, 'copies.txt');
    writeFileSync(file, COPIES.map((text) => `- ${text}`).join('\n'));
    const desk = await launch({ language, file });
    const { page } = desk;
    await expect(page.locator('.row').first()).toBeVisible(STARTED);
    await seeList(page);
    await page.locator('.notice-close').first().click();
    await page.locator('.row', { hasText: '鱼塘' }).click();
    await look(desk, `queue-folded-${language}`, info.outputDir);
    await page.keyboard.press('g');
    await expect(page.locator('.row-member')).toHaveCount(2);
    await look(desk, `queue-unfolded-${language}`, info.outputDir);
    await page.keyboard.press('s');
    await expect(page.locator('.orders')).toBeVisible();
    await look(desk, `queue-orders-${language}`, info.outputDir);
    await page.keyboard.press('Escape');
    await page.locator('#filter-button').click();
    await expect(page.locator('.filters select')).toHaveCount(10);
    await page.locator('.filters select').nth(2).selectOption('no');
    await page.locator('.filters select').nth(8).selectOption('between');
    await look(desk, `queue-filters-${language}`, info.outputDir);
    await page.keyboard.press('Escape');
    await page.locator('#view-button').click();
    await page.locator('.view-new input').fill(language === 'zh' ? '早班' : 'Morning');
    await page.keyboard.press('Enter');
    await expect(page.locator('.view-tab')).toHaveCount(1);
    await page.locator('#view-button').click();
    await look(desk, `queue-views-${language}`, info.outputDir);
    await page.keyboard.press('Escape');
    await expect(page.locator('.nothing-found')).toBeVisible();
    await look(desk, `queue-nothing-${language}`, info.outputDir);
  });
}
