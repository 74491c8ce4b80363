import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { SCREENS, WINDOWS } from './support/screens.ts';
import { seeList } from './support/window.ts';

test.setTimeout(400_000);

const ROOT = join(import.meta.dirname, '../..');

for (const language of ['zh', 'en'] as const) {
  test(`axe finds nothing on any screen in ${language}, by day and by night`, async ({
    launch,
    folder,
  }, info) => {
    for (const window of Object.keys(WINDOWS) as (keyof typeof WINDOWS)[]) {
      const dataFolder = join(folder, window);
      const desk = await launch({ language, dataFolder, ...WINDOWS[window](folder) });
      for (const screen of SCREENS.filter((one) => one.window === window)) {
        await test.step(screen.name, async () => {
          await screen.go(desk, language);
          await look(desk, `${screen.name}-${language}`, info.outputDir);
        });
      }
      await desk.close();
    }
  });
}

test('every page and sheet of the window is among the screens', () => {
  const views = readFileSync(join(ROOT, 'renderer/features/shell/views.ts'), 'utf8');
  const names = /VIEWS = \[(.*?)\]/s.exec(views)?.[1]?.match(/\w+/g) ?? [];
  const state = readFileSync(join(ROOT, 'renderer/features/shell/shell-state.ts'), 'utf8');
  const sheets = /type Sheet =(.*?);/s.exec(state)?.[1]?.match(/\w+/g) ?? [];
  expect(names.length).toBeGreaterThan(3);
  expect(sheets.length).toBeGreaterThan(6);
  for (const name of [...names, ...sheets])
    expect(
      SCREENS.some((screen) => screen.name.startsWith(name)),
      name,
    ).toBe(true);
});

test('all of the desk is reached by Tab, in order, and the focus is always seen', async ({ launch }) => {
  const desk = await launch({ ...WINDOWS.sample() });
  const { page } = desk;
  await seeList(page);
  await page.locator('.notice-close').first().click();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const seen = new Set<string>();
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(desk);
    if (focus === null) continue;
    expect(focus.isSeen, `the focus on ${focus.name}`).toBe(true);
    if (focus.wasSeen) break;
    seen.add(focus.name);
  }
  for (const part of [
    'rail-view',
    'feeds',
    'search',
    'headlines',
    'disposition',
    'field-input',
    'decision',
    'status-name',
  ])
    expect(
      [...seen].some((name) => name.includes(part)),
      `${part} in ${[...seen].join(' | ')}`,
    ).toBe(true);
});

/** What has the focus, and whether that can be seen: an outline, a frame of its own or that of the row it stands for. */
function focusOf({ page }: Desk): Promise<{
  readonly name: string;
  readonly isSeen: boolean;
  /** The focus was there before. */
  readonly wasSeen: boolean;
} | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const outlined = (one: Element | null) => {
      if (one === null) return false;
      const style = getComputedStyle(one);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    };
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const box = element.getBoundingClientRect();
    const isSeen = box.width > 0 && [element, element.parentElement, active].some((one) => outlined(one));
    const wasSeen = element.dataset.focused === 'yes';
    element.dataset.focused = 'yes';
    return { name: `${element.className} ${element.textContent?.slice(0, 12)}`, isSeen, wasSeen };
  });
}
