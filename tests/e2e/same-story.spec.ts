import { join } from 'node:path';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { seeList } from './support/window.ts';

test('shows the other headline of a story beside this one, with what disagrees marked', async ({
  launch,
}, info) => {
  const { page } = await launch({ file: SAMPLE });
  await seeList(page);
  await page.getByRole('searchbox').fill('退耕还林');
  await expect(page.locator('.row')).toHaveCount(1);
  await page.getByRole('checkbox', { name: '合并相似' }).uncheck();
  await expect(page.locator('.row')).toHaveCount(2);
  await page.locator('.row', { hasText: '拖欠5年' }).click();
  const story = page.getByRole('region', { name: '同一件事的另外说法' });
  await expect(story).toContainText('数字不一致');
  await expect(story.locator('mark')).toHaveText(['5年', '6年']);
  await page.screenshot({
    path: join(process.env.JIANWEN_SCREENSHOTS ?? info.outputDir, 'story-zh-light.png'),
  });
});
