import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { clickMenu } from './support/window.ts';

const RSS = `<rss version="2.0"><channel><title>早报</title>
<item><title>提取DNA定制专属“恐龙宠物”，孵化过程全程直播</title></item>
<item><title>市政府召开常务会议</title></item></channel></rss>`;

test.setTimeout(240_000);

test('subscribes to an address, shows what it brought and how it is, and ends it', async ({
  launch,
  folder,
}) => {
  const server = createServer((_, response) => response.end(RSS));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  try {
    const desk = await launch({});
    const { page } = desk;
    await expect(page.getByRole('button', { name: '订阅', exact: true })).toBeVisible({ timeout: 45_000 });
    await page.keyboard.press('ControlOrMeta+Shift+s');
    const sheet = page.getByRole('dialog', { name: '订阅' });
    await expect(sheet).toContainText('还没有订阅');
    await sheet.getByRole('textbox', { name: '地址' }).fill(address);
    await sheet.getByRole('button', { name: '订阅', exact: true }).click();
    await expect(sheet.getByRole('alert')).toContainText('内部网络');
    await expect(page.locator('.notice')).toHaveCount(0);
    await sheet.getByRole('checkbox').check();
    await sheet.getByRole('button', { name: '订阅', exact: true }).click();
    await expect(sheet.locator('.subscription')).toContainText('早报');
    await expect(sheet.getByRole('alert')).toHaveCount(0);
    await expect(sheet.locator('.subscription')).toContainText('标题 2，存疑 1');
    await expect(sheet.locator('.subscription')).toContainText('正常');
    await look(desk, 'subscriptions', folder);
    await sheet.getByRole('button', { name: '打开清单' }).click();
    await expect(page.locator('.row')).toHaveCount(2);
    await clickMenu(desk, '订阅…');
    await sheet.getByRole('button', { name: '取消订阅' }).click();
    await expect(sheet).toContainText('还没有订阅');
  } finally {
    server.close();
  }
});
