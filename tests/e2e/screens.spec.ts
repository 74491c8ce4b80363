import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DINOSAUR, SAMPLE } from './packaged-app.ts';
import { type Desk, expect, test } from './support/desk.ts';
import { seeList } from './support/window.ts';

/** Where the pictures go: the folder in JIANWEN_SCREENSHOTS, else beside the test's other results. */
const FOLDER = process.env.JIANWEN_SCREENSHOTS;

const SIZES = [
  [1280, 800],
  [1000, 700],
] as const;

for (const language of ['zh', 'en'] as const) {
  test(`every screen fits in ${language}, by day and by night`, async ({ launch, folder }, info) => {
    const take = async (desk: Desk, name: string) => {
      for (const [width, height] of SIZES) {
        await resize(desk, width, height);
        for (const scheme of ['light', 'dark'] as const) {
          await desk.page.emulateMedia({ colorScheme: scheme });
          const path = join(FOLDER ?? info.outputDir, `${name}-${language}-${scheme}-${width}.png`);
          mkdirSync(FOLDER ?? info.outputDir, { recursive: true });
          await desk.page.screenshot({ path });
          expect(await overflowing(desk.page), path).toEqual([]);
        }
      }
    };

    const empty = await launch({ language });
    await expect(empty.page.getByRole('heading', { level: 1 })).toBeVisible();
    await take(empty, 'empty');
    await empty.close();

    const main = await launch({ language, file: SAMPLE });
    await seeList(main.page);
    for (const key of ['4', '2', '3']) await main.page.keyboard.press(key);
    await expect(main.page.locator('.row-label')).toHaveCount(3);
    await main.page.locator('.row', { hasText: DINOSAUR }).click();
    await expect(main.page.locator('.headline')).toContainText(DINOSAUR);
    await main.page.locator('.notice-close').first().click();
    await take(main, 'main');
    await main.close();

    const odd = join(folder, 'odd.txt');
    writeFileSync(odd, ODD_HEADLINES.join('\n'));
    const strange = await launch({ language, file: odd });
    await seeList(strange.page);
    await expect(strange.page.locator('.row .hidden-character').first()).toBeVisible();
    await take(strange, 'odd');
    await strange.close();

    const failed = await launch({ language, dataFolder: join(odd, 'data') });
    await expect(failed.page.getByRole('alert')).toBeVisible();
    await take(failed, 'failed');
  });
}

const ODD_HEADLINES = [
  '“恐龙\u202e宠物”孵\u200b化<b>全程</b><img src=x onerror=alert(1)>直播 &amp; 怒斥',
  `荣县惊现${'很长的标题'.repeat(90)}`,
  '短',
  'עברית שלום 惊现 مرحبا',
  `${'DNA'.repeat(60)}`,
  '🦖🧬 恐龙宠物上市 👨‍👩‍👧',
];

async function resize({ app, page }: Desk, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** Elements that reach out of the window, and buttons whose words do not fit. */
function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    const out = [...document.querySelectorAll('button, .axis-probability, .band, .number')].filter(
      (element) => {
        const box = element.getBoundingClientRect();
        return (
          box.width > 0 && (box.right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1)
        );
      },
    );
    return [...wide, ...out.map((element) => `${element.className}: ${element.textContent}`)];
  });
}
