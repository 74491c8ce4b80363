import { CONTENT_POLICY } from '../../electron/main/security/content-policy.ts';
import { expect, test } from './support/desk.ts';

test('the page is locked in', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('2, 3, 4: nothing of Node, a sandbox around the page', async () => {
    expect(await page.evaluate(() => [typeof require, typeof process, typeof module])).toEqual(
      Array(3).fill('undefined'),
    );
  });

  await test.step('5: no permission is given', async () => {
    const place = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve(0),
            (error) => resolve(error.code),
          );
        }),
    );
    expect(await place).toBe(1);
    expect(
      await page.evaluate(() => navigator.clipboard.readText().catch((error: Error) => error.name)),
    ).toBe('NotAllowedError');
  });

  await test.step('7: the content policy comes with the page and holds', async () => {
    const header = await page.evaluate(() =>
      fetch(location.href).then(
        (answer) => answer.headers.get('Content-Security-Policy'),
        () => 'fetch refused',
      ),
    );
    expect(header).toBe('fetch refused');
    const main = await app.evaluate(async ({ session }) => {
      const answer = await session.defaultSession.fetch('jianwen://app/index.html');
      const refused = await session.defaultSession.fetch('jianwen://app/index.html', { method: 'POST' });
      const outside = await session.defaultSession.fetch('jianwen://app/%2e%2e%2fmain.mjs');
      return [answer.headers.get('Content-Security-Policy'), refused.status, outside.status];
    });
    expect(main).toEqual([CONTENT_POLICY, 405, 404]);
    const tried = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.body.append(script);
      return 'broken' in window;
    });
    expect(tried).toBe(false);
  });

  await test.step('13, 14: it goes nowhere and opens nothing', async () => {
    const address = page.url();
    for (const target of [
      'https://example.com/',
      'file:///etc/passwd',
      'jianwen://app.example/',
      'data:text/html,x',
    ]) {
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, target);
    }
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('把一份标题清单放进来');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  await test.step('20: the bridge has five names, frozen, and refuses junk', async () => {
    const names = await page.evaluate(() => Object.keys(window.jianwen).sort());
    expect(names).toEqual(['language', 'on', 'open', 'platform', 'request']);
    const answers = await page.evaluate(async () => {
      const request = window.jianwen.request as (
        name: unknown,
        args: unknown,
      ) => Promise<{ trouble?: { code: string } }>;
      const tries: [unknown, unknown][] = [
        ['feed.open', { path: '/etc/passwd' }],
        ['label.export', { path: '/tmp/stolen.jsonl' }],
        ['no.such', {}],
        ['__proto__', {}],
        ['headline.list', { feedId: 'x', search: '', after: null, limit: 10 }],
        ['headline.evidence', { headlineId: 1, more: 1 }],
        ['label.put', { requestId: 'x', headlineId: 1, label: {}, visible: [] }],
        ['feed.list', null],
      ];
      return Promise.all(tries.map(async ([name, args]) => (await request(name, args)).trouble?.code));
    });
    expect(answers).toEqual(Array(8).fill('request-invalid'));
    const heard = await page.evaluate(() => {
      const on = window.jianwen.on as (name: string, listener: () => void) => unknown;
      return typeof on('ELECTRON_BROWSER_SOMETHING', () => undefined);
    });
    expect(heard).toBe('function');
  });
});
