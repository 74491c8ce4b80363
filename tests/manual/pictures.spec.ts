import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SAMPLE } from '../e2e/packaged-app.ts';
import { expect, test } from '../e2e/support/desk.ts';
import { rssOf } from '../helpers/rss.ts';
import { SCENES } from './scenes.ts';
import { takePicture } from './take-picture.ts';

const TITLES = [
  '提取DNA定制专属“恐龙宠物”，孵化过程全程直播',
  '市政府召开常务会议',
  '全村老人喝下村口井水，百岁老太长出新牙返老还童',
  '大桥通车仪式周六举行',
];

for (const language of ['zh', 'en'] as const)
  test(`pictures of the manual in ${language}`, async ({ launch, folder }) => {
    const server = createServer((_, response) => response.end(rssOf(...TITLES)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
    try {
      const desk = await launch({ file: SAMPLE, language });
      await desk.page.emulateMedia({ colorScheme: 'light' });
      await expect(desk.page.locator('.row').first()).toBeVisible({ timeout: 45_000 });
      const failed: string[] = [];
      for (const { name, play } of SCENES) {
        try {
          await takePicture(await play({ desk, language, folder, feed }), `${name}-${language}`);
        } catch (error) {
          failed.push(`${name}: ${error}`);
        }
      }
      expect(failed).toEqual([]);
    } finally {
      server.close();
    }
  });
