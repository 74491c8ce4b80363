import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DINOSAUR, SAMPLE } from './packaged-app.ts';
import { type Desk, expect, test } from './support/desk.ts';
import { engineOf, isAlive, waitUntil } from './support/processes.ts';
import {
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

test.setTimeout(300_000);

test('headlines of any kind are shown as text, labelled, found again and undone', async ({
  launch,
  folder,
}) => {
  const file = join(folder, '怪.jsonl');
  const odd = [
    '“恐龙\u202e宠物”孵\u200b化全程直播',
    '<b>惊现</b><img src=x onerror=alert(1)> &amp; <script>1</script>',
    `荣县${'很长的标题'.repeat(998)}结尾`,
    '🦖🧬 恐龙宠物上市 👨‍👩‍👧 🇨🇳',
    'עברית שלום 惊现 مرحبا',
  ];
  writeFileSync(file, odd.map((text) => JSON.stringify({ text })).join('\n'));
  const { page } = await launch({ file });
  await seeList(page);
  await unfold(page);
  await expect(page.getByText('5 条，已标 0', { exact: true })).toBeVisible();
  await expect(page.locator('.row img, .row b, .row script, .pane img, .headline b')).toHaveCount(0);
  await expect(page.locator('.row', { hasText: '<b>惊现</b>' })).toBeVisible();
  await expect(page.locator('.row', { hasText: '很长的标题' })).toContainText('…');
  const hidden = page.locator('.row .hidden-character');
  await expect(hidden).toHaveText(['U+202E', 'U+200B']);
  await page.locator('.row', { hasText: '很长的标题' }).click();
  await expect(page.locator('.headline')).toContainText('结尾');
  await page.keyboard.press('Home');
  for (let row = 0; row < odd.length; row += 1) {
    await page.keyboard.press('3');
    await expect(page.getByText(`5 条，已标 ${row + 1}`, { exact: true })).toBeVisible();
  }
  for (let row = 0; row < odd.length; row += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('5 条，已标 0', { exact: true })).toBeVisible();
});

test('two hundred lists are there to choose from, each with its own place', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(async () => {
    const { jianwen } = window as unknown as {
      jianwen: { request: (channel: string, args: unknown) => Promise<unknown> };
    };
    for (let list = 1; list <= 200; list += 1) {
      const text = `第${list}号清单的头条\n第${list}号清单的二条\n`;
      await jianwen.request('feed.paste', { text });
    }
  });
  await page.reload();
  await seeList(page);
  const feeds = page.locator('.feeds');
  expect(await feeds.locator('option').count()).toBeGreaterThanOrEqual(200);
  await feeds.selectOption({ index: 150 });
  await settled(page);
  await unfold(page);
  await expect(page.getByText('2 条，已标 0', { exact: true })).toBeVisible();
  await seeList(page);
  await decide(page, '1');
  await expect(page.getByText('2 条，已标 1', { exact: true })).toBeVisible();
});

test('no label, or labels of one class only: every page says what to do, and nothing fails', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('alert')).toContainText('没有可以撤销的一步');
  await page.locator('.notice-close').last().click();
  await page.keyboard.press('Control+3');
  await expect(page.getByText('这一天还没有决定')).toBeVisible();
  await page.keyboard.press('Control+1');
  await seeList(page);
  await page.keyboard.press('Home');
  for (let at = 0; at < 12; at += 1) await press(page, '1');
  await page.keyboard.press('Control+2');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test.describe('an engine killed in the middle of', () => {
  const sample = async (launch: () => Promise<Desk>) => {
    const desk = await launch();
    await seeList(desk.page);
    await unfold(desk.page);
    await desk.page.keyboard.press('Home');
    await press(desk.page, '2');
    return desk;
  };

  /** The engine is given up after three deaths in a minute, so each window has two of them. */
  const PAIRS = [
    [label, severalLabels],
    [undo, redo],
    [skip, note],
    [search, paste],
  ] as const;

  for (const [one, other] of PAIRS) {
    test(`${one.name} and ${other.name} comes back, and the step is done once`, async ({ launch }) => {
      const desk = await sample(() => launch({ file: SAMPLE }));
      for (const step of [one, other]) {
        await step(desk, () => void process.kill(engineOf(desk.app.process().pid ?? 0), 'SIGKILL'));
        await waitUntil('there is an engine again', () => hasEngine(desk));
        await expect(desk.page.getByText(/评分引擎已重新启动/)).toBeVisible();
        await desk.page.locator('.notice-engine .notice-close').click();
      }
    });
  }
});

type Step = (desk: Desk, kill: () => void) => Promise<void>;

async function label({ page }: Desk, kill: () => void): ReturnType<Step> {
  kill();
  await page.keyboard.press('3');
  await expect(page.getByText('84 条，已标 2', { exact: true })).toBeVisible();
}

async function severalLabels({ page }: Desk, kill: () => void): ReturnType<Step> {
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  kill();
  await page.keyboard.press('1');
  await expect(page.getByText('84 条，已标 5', { exact: true })).toBeVisible();
}

async function undo({ page }: Desk, kill: () => void): ReturnType<Step> {
  kill();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(saved(page)).toContainText('一步：标为耸动');
  await expect(page.getByText('84 条，已标 0', { exact: true })).toBeVisible();
}

async function redo({ page }: Desk, kill: () => void): ReturnType<Step> {
  kill();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(saved(page)).toContainText('重做了');
  await expect(page.getByText('84 条，已标 1', { exact: true })).toBeVisible();
}

async function skip({ page }: Desk, kill: () => void): ReturnType<Step> {
  kill();
  await page.keyboard.press('Space');
  await expect(page.locator('.row-mark')).toHaveCount(1);
}

async function note({ page }: Desk, kill: () => void): ReturnType<Step> {
  await page.keyboard.press('n');
  await page.keyboard.type('问县里');
  kill();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '处置与备注' })).toContainText('备注已保存');
}

async function search({ page }: Desk, kill: () => void): ReturnType<Step> {
  kill();
  await page.getByRole('searchbox').fill(DINOSAUR);
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible();
  await expect(page.locator('.row', { hasText: DINOSAUR })).toBeVisible();
}

async function paste({ page }: Desk, kill: () => void): ReturnType<Step> {
  await page.getByRole('listbox').focus();
  kill();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '甲地通车\n乙地开学\n丙地丰收');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await importOffered(page, 3);
  await expect(page.getByText('3 条，已标 0', { exact: true })).toBeVisible();
}

function hasEngine(desk: Desk): boolean {
  try {
    return isAlive(engineOf(desk.app.process().pid ?? 0));
  } catch {
    return false;
  }
}

test('a full disk costs no saved label: the window says what was not saved, and goes on once there is room', async ({
  launch,
  folder,
}) => {
  const disk = join(folder, 'disk');
  // Only root on Linux can mount a small disk; classifier/store/labelling.test.ts tries a full one without.
  if (!mountSmall(disk)) return;
  try {
    const desk = await launch({ file: SAMPLE, dataFolder: join(disk, 'data') });
    const { page } = desk;
    await seeList(page);
    await unfold(page);
    await page.keyboard.press('Home');
    for (let at = 0; at < 3; at += 1) await decide(page, '1');
    const filler = join(disk, 'filler');
    fill(filler);
    const alert = page.getByRole('alert').filter({ hasText: '磁盘已满' });
    for (let at = 0; at < 60 && (await alert.count()) === 0; at += 1) {
      const before = await selectedRow(page).getAttribute('id');
      await page.keyboard.press('1');
      await expect
        .poll(
          async () => (await alert.count()) > 0 || (await selectedRow(page).getAttribute('id')) !== before,
        )
        .toBe(true);
    }
    await expect(alert).toContainText('这一步没有保存；此前保存的都在');
    const labelled = (await drawnRows(page))
      .filter((row) => row.label !== '')
      .map(({ headline }) => headline);
    const stuck = await selectedRow(page).getAttribute('id');
    rmSync(filler);
    await page.keyboard.press('1');
    await expect(selectedRow(page)).not.toHaveAttribute('id', stuck ?? '');
    await settled(page);
    const given = (await drawnRows(page)).filter((row) => row.label !== '').length;
    await desk.close();
    const again = await launch({ dataFolder: join(disk, 'data') });
    await seeList(again.page);
    await expect(again.page.locator('.queue-count')).toContainText(`已标 ${given}`);
    expect(labelled.length).toBeGreaterThanOrEqual(3);
    await again.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

/** A disk of 40 MB in memory; false where that is not allowed. */
function mountSmall(place: string): boolean {
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Writes until there is no room for another byte. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1 << 20, 4096, 1]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (;;) if (writeSync(file, block) < size) break;
    } catch {
      // The disk is full now, or has room for a smaller piece only.
    }
  }
  closeSync(file);
}
