import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import {
  ENGINE_REQUEST_NAMES,
  isPageRequest,
  PATH_REQUEST_NAMES,
  WINDOW_EVENT_NAMES,
  WINDOW_REQUEST_NAMES,
} from '#contract/names.ts';
import { CONTENT_POLICY } from '../../electron/main/security/content-policy.ts';
import { readFuses } from '../../electron/packaging/fuses.ts';
import { packagedProgram } from '../../electron/packaging/places.ts';
import { ensureSandbox } from '../../scripts/setup/sandbox.ts';
import { APP, SAMPLE } from './packaged-app.ts';
import {
  askPermissions,
  breakPolicy,
  goElsewhere,
  leadOutside,
  openView,
  openWindows,
  tryBridge,
  turnPrototypes,
} from './support/attacks.ts';
import { type Desk, expect, launchDesk, test } from './support/desk.ts';
import { sendGood, sendJunk } from './support/junk.ts';
import { LINKS } from './support/links.ts';
import { openRawWindow, type RawWindow } from './support/raw-window.ts';
import { badSamples, SAMPLE_ARGUMENTS } from './support/sample-arguments.ts';
import { rendererStatus } from './support/sandboxed-page.ts';
import { openTrap, type TrapServer } from './support/trap-server.ts';
import { seeList } from './support/window.ts';

/** Electron's own checklist (electronjs.org, "Security"), a test a point, against the packaged app. */

const ROOT = join(import.meta.dirname, '../..');
const START = 'jianwen://app/index.html';
/** Everything that a page may ask for by name, and the file that its preload script takes from a drop. */
const ANSWERED = [
  ...[...ENGINE_REQUEST_NAMES, ...WINDOW_REQUEST_NAMES].filter(isPageRequest),
  'import.offer',
].sort();

let folder: string;
let desk: Desk;
let trap: TrapServer;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianwen-security-'));
  trap = await openTrap();
  desk = await launchDesk({ file: SAMPLE, dataFolder: join(folder, 'data') });
  await seeList(desk.page);
});

test.afterAll(async () => {
  await desk?.close();
  await trap?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the window was really opened with. */
function pagePreferences(): Promise<Record<string, unknown>> {
  return desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return { ...contents.getLastWebPreferences() };
  });
}

function hasSwitch(name: string): Promise<boolean> {
  return desk.app.evaluate(({ app }, wanted) => app.commandLine.hasSwitch(wanted), name);
}

/** Opens a window of somebody else's, and closes it however the work ends. */
async function withStranger<T>(
  address: string,
  work: (stranger: RawWindow) => Promise<T>,
  more: { readonly isStranger?: boolean; readonly hasOwnFrame?: boolean } = {},
): Promise<T> {
  const stranger = await openRawWindow(desk, { folder, address, isStranger: true, ...more });
  try {
    return await work(stranger);
  } finally {
    await stranger.close();
  }
}

test('1: Only load secure content', async () => {
  const loaded = await desk.page.evaluate(() => [
    location.href,
    ...[...document.querySelectorAll<HTMLScriptElement>('script')].map(({ src }) => src),
    ...[...document.querySelectorAll<HTMLLinkElement>('link')].map(({ href }) => href),
  ]);
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter((address) => !address.startsWith('jianwen://app/'))).toEqual([]);
  expect(await desk.page.evaluate(() => isSecureContext)).toBe(true);
  const before = trap.asked.length;
  const answers = await desk.app.evaluate(async ({ session }, address) => {
    const ask = (url: string) =>
      session.defaultSession.fetch(url).then(
        ({ status }) => status,
        () => 'refused',
      );
    return [await ask('jianwen://app/index.html'), await ask(`${address}/plain`)];
  }, trap.address);
  expect(answers).toEqual([200, 'refused']);
  expect(trap.asked.length).toBe(before);
});

test('2: Do not enable Node.js integration for remote content', async () => {
  expect(await pagePreferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
  });
  expect((await pagePreferences()).nodeIntegrationInWorker ?? false).toBe(false);
  const types = await desk.page.evaluate(() => [
    typeof require,
    typeof process,
    typeof module,
    typeof Buffer,
  ]);
  expect(types).toEqual(Array(4).fill('undefined'));
});

test('3: Enable Context Isolation', async () => {
  expect(await pagePreferences()).toMatchObject({ contextIsolation: true });
  const answer = await desk.page.evaluate(turnPrototypes);
  expect(answer).toEqual({ seen: 0, code: 'request-invalid', same: true });
});

test('4: Enable process sandboxing', async () => {
  expect(await pagePreferences()).toMatchObject({ sandbox: true });
  ensureSandbox(dirname(APP));
  expect(await rendererStatus(folder)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1' });
});

test('5: Handle session permission requests from remote content', async () => {
  const answers = await desk.page.evaluate(askPermissions);
  expect(answers).toMatchObject({
    ...{ granted: [], place: 1, clipboard: 'NotAllowedError', notification: 'denied' },
  });
  expect([answers.media, answers.screen]).not.toContain('given');
});

test('6: Do not disable webSecurity', async () => {
  expect(await pagePreferences()).toMatchObject({ webSecurity: true });
  for (const name of ['disable-web-security', 'ignore-certificate-errors'])
    expect(await hasSwitch(name), name).toBe(false);
});

test('7: Define a Content Security Policy', async () => {
  const headers = await desk.app.evaluate(async ({ session }) => {
    const page = await session.defaultSession.fetch('jianwen://app/index.html');
    const own = /(?:src|href)="([^"]+)"/g;
    const files = [...(await page.text()).matchAll(own)].map(([, file]) => `jianwen://app/${file}`);
    const asked = ['jianwen://app/index.html', 'jianwen://app/none.js', ...files];
    const answers = await Promise.all(asked.map((one) => session.defaultSession.fetch(one)));
    return answers.map(({ headers: sent }) => sent.get('Content-Security-Policy'));
  });
  expect(headers.length).toBeGreaterThan(3);
  expect(new Set(headers)).toEqual(new Set([CONTENT_POLICY]));
  expect(CONTENT_POLICY).toMatch(/^default-src 'none'; /);
  expect(CONTENT_POLICY).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
  const refused = await desk.page.evaluate(breakPolicy, trap.address);
  expect(refused).toEqual({
    seen: [
      ...['connect-src', 'frame-src', 'img-src', 'object-src', 'script-src'],
      ...['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
    ],
    broken: false,
    evaluated: false,
  });
  expect(trap.asked.filter((path) => path === '/csp')).toEqual([]);
});

test('8: Do not enable allowRunningInsecureContent', async () => {
  expect(await pagePreferences()).toMatchObject({ allowRunningInsecureContent: false });
  expect(await hasSwitch('allow-running-insecure-content')).toBe(false);
});

test('9: Do not enable experimental features', async () => {
  expect(await pagePreferences()).toMatchObject({ experimentalFeatures: false });
  for (const name of ['enable-experimental-web-platform-features', 'enable-features'])
    expect(await hasSwitch(name), name).toBe(false);
});

test('10: Do not use enableBlinkFeatures', async () => {
  expect((await pagePreferences()).enableBlinkFeatures ?? '').toBe('');
  expect(await hasSwitch('enable-blink-features')).toBe(false);
});

test('11: Do not use allowpopups for WebViews', async () => {
  expect(await pagePreferences()).toMatchObject({ webviewTag: false });
  const kind = await desk.page.evaluate(openView, 'about:blank');
  expect(kind).toBe('undefined');
});

test('12: Verify WebView options before creation', async () => {
  await withStranger(`${trap.address}/views`, async (stranger) => {
    const kind = await stranger.run(openView, `${trap.address}/in-a-view`);
    expect(kind, 'in this window the tag is switched on').toBe('function');
  });
  expect(trap.asked).toContain('/views');
  expect(trap.asked).not.toContain('/in-a-view');
});

test('13: Disable or limit navigation', async () => {
  for (const target of [
    `${trap.address}/trap`,
    'file:///etc/passwd',
    'jianwen://app.example/',
    'data:text/html,x',
  ])
    await desk.page.evaluate(goElsewhere, target);
  expect(desk.page.url()).toBe(START);
  expect(await desk.page.evaluate(() => document.querySelectorAll('[role=listbox]').length)).toBeGreaterThan(
    0,
  );

  await withStranger(`${trap.address}/away`, () => Promise.resolve());
  expect(trap.asked, 'the first step of a redirect').toContain('/away');
  await withStranger(`${trap.address}/page`, (stranger) => stranger.run(goElsewhere, `${trap.address}/trap`));
  expect(trap.asked).toContain('/page');
  expect(trap.asked).not.toContain('/trap');
  // Playwright waits for the navigations that were refused, unless another one ends them.
  await desk.page.reload();
  await seeList(desk.page);
});

test('14: Disable or limit creation of new windows', async () => {
  expect(await desk.page.evaluate(openWindows, trap.address)).toBe(true);
  await withStranger(`${trap.address}/opener`, async (stranger) => {
    expect(await stranger.run(openWindows, trap.address)).toBe(true);
  });
  expect(trap.asked).toContain('/opener');
  expect(trap.asked).not.toContain('/new');
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('15: Do not use shell.openExternal with untrusted content', async () => {
  const db = new Database(join(folder, 'data', 'jianwen.db'));
  db.pragma('busy_timeout = 5000');
  const ids = db.prepare('SELECT id FROM headline ORDER BY id LIMIT ?').pluck().all(LINKS.length) as number[];
  ids.forEach((id, at) => void db.prepare('UPDATE headline SET url = ? WHERE id = ?').run(LINKS[at], id));
  db.close();
  await desk.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
    shell.openPath = async (path) => String(opened.push(path));
  });
  const codes = await desk.page.evaluate(async (headlines) => {
    const answers = [];
    for (const headlineId of headlines)
      answers.push(await window.jianwen.request('window.source', { headlineId }));
    return answers.map((answer) => (answer.ok ? 'opened' : answer.trouble.code));
  }, ids);
  const opened = await desk.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual(['https://e.cn/a?b=%3Cc%3E', 'http://e.cn/x', 'https://e.cn/']);
  expect(codes.filter((code) => code === 'opened')).toHaveLength(3);
  expect(codes.filter((code) => code === 'request-invalid')).toHaveLength(LINKS.length - 3);
});

test('16: Use a current version of Electron', async () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const pinned = manifest.devDependencies.electron;
  expect(pinned, 'an exact version, which only a commit changes').toMatch(/^\d+\.\d+\.\d+$/);
  const installed = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'));
  expect(installed.version).toBe(pinned);
  const stamp = readFileSync(join(ROOT, 'release/test-fingerprint'), 'utf8');
  const [, packaged, runtimeFolder = ''] = / (\d+\.\d+\.\d+\S*) (.+)$/.exec(stamp) ?? [];
  const running = await desk.app.evaluate(() => process.versions.electron);
  expect(running, 'what was packaged is what runs').toBe(packaged);
  // Where Electron's own download cannot be reached the package is made with an older one, for trying out, and says so.
  if (runtimeFolder.startsWith(join(ROOT, 'node_modules'))) expect(running).toBe(pinned);
});

test('17: Validate the sender of all IPC messages', async () => {
  const { handled, heard } = await desk.app.evaluate(({ ipcMain }) => ({
    handled: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
    heard: ipcMain.eventNames().filter((name) => name !== 'error' && !String(name).startsWith('-')),
  }));
  expect([...handled].sort(), 'a channel for what the page may ask, and no other').toEqual(ANSWERED);
  expect(heard).toEqual([]);
  expect(Object.keys(SAMPLE_ARGUMENTS).sort()).toEqual(ANSWERED);
  await withStranger(`${trap.address}/stranger`, async (stranger) => {
    expect(await stranger.run(sendGood, SAMPLE_ARGUMENTS), 'a page from elsewhere').toEqual([]);
  });
  await withStranger(
    `${trap.address}/frame`,
    async (stranger) => {
      expect(await stranger.run(() => location.href, null, 'frame')).toBe(START);
      expect(await stranger.run(sendGood, SAMPLE_ARGUMENTS, 'frame'), 'a frame within a page').toEqual([]);
    },
    { hasOwnFrame: true },
  );
});

test('17: junk arguments to every channel are refused', async () => {
  test.setTimeout(180_000);
  expect(badSamples()).toEqual([]);
  await withStranger(START, async (own) => expect(await own.run(sendJunk, SAMPLE_ARGUMENTS)).toEqual([]), {
    isStranger: false,
  });
  const polluted = await desk.app.evaluate(() => 'path' in {} || 'polluted' in {});
  expect(polluted).toBe(false);
  await desk.page.reload();
  await seeList(desk.page);
});

test('18: Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
  expect(desk.page.url()).toBe(START);
  const outside = [
    ...[
      '%2e%2e%2fmain.mjs',
      '..%2fmain.mjs',
      '%2e%2e/%2e%2e/package.json',
      '..%5cmain.mjs',
      '%5c..%5cmain.mjs',
    ],
    ...[
      'assets/..%2f..%2fmain.mjs',
      '%2fetc%2fpasswd',
      '/etc/passwd',
      '//etc/passwd',
      'index.html%00.js',
      '%zz',
    ],
    ...['....//main.mjs', '.%2e/main.mjs', '%252e%252e%252fmain.mjs', 'C:%5cwindows%5cwin.ini', '', '.'],
  ];
  const answers = await desk.app.evaluate(leadOutside, outside);
  expect(answers.main).toBeGreaterThan(1000);
  const served = answers.got.flatMap(([status, start], at) => (status === 200 ? [[outside[at], start]] : []));
  expect(served.filter(([, start]) => !start?.startsWith('<!doctype html>'))).toEqual([]);
  expect(served.map(([path]) => path)).toEqual(['', '.']);
  expect(answers.elsewhere).toEqual([]);
  expect(answers.post).toBe(405);
});

test('19: Check which fuses you can change', async () => {
  const shipped = await readFuses(packagedProgram(ROOT, 'ship'));
  const { WasmTrapHandlers: _trap, ...decided } = shipped;
  expect(decided).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
  const tried = await readFuses(packagedProgram(ROOT, 'test'));
  expect(tried, 'what is tried differs from what ships by this one').toEqual({
    ...shipped,
    EnableNodeCliInspectArguments: true,
  });
});

test('20: Do not expose Electron APIs to untrusted web content', async () => {
  const junk = ['no.such', '__proto__', 'constructor', 'toString', '', 7, null];
  const seen = await desk.page.evaluate(tryBridge, [...PATH_REQUEST_NAMES, ...WINDOW_EVENT_NAMES, ...junk]);
  expect(seen).toEqual({
    kinds: { language: 'string', platform: 'string', request: 'function', open: 'function', on: 'function' },
    frozen: true,
    codes: ['request-invalid'],
  });
  await desk.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow;
    for (const name of ['no.such', '__proto__', 'ELECTRON_BROWSER', 'menu.command'])
      webContents.send(name, { command: 'help' });
  });
  const heard = () => desk.page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard);
  await expect.poll(heard, 'the payload alone, of known events only').toEqual([[{ command: 'help' }]]);
  await desk.page.evaluate(() => (window as unknown as { endHearing: () => void }).endHearing());
  expect(await desk.page.evaluate(() => window.jianwen.open(new File(['x'], '/etc/passwd')))).toMatchObject({
    ok: false,
  });
});
