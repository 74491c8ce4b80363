import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { APP } from '../packaged-app.ts';
import { engineOf, isAlive, waitUntil } from './processes.ts';

/** A running app with its window. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Closes the app as an editor does. */
  close(): Promise<void>;
  /** Finds the app's processes now, so that the answer kills both in one go, with no time for either to tidy up. */
  readyToKill(): () => Promise<void>;
}

export interface LaunchOptions {
  readonly file?: string;
  readonly dataFolder?: string;
  readonly language?: 'zh' | 'en';
  /** Whether the window is to show what it shows at its first start; else the tour counts as seen. */
  readonly isFirstStart?: boolean;
}

interface Fixtures {
  /** A folder for this test alone. */
  readonly folder: string;
  /** Opens the app on a workspace in that folder; whatever is open at the end is closed. */
  readonly launch: (options?: LaunchOptions) => Promise<Desk>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jianwen-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  launch: async ({ folder }, use) => {
    const open: Desk[] = [];
    await use(async (options = {}) => {
      const desk = await launchDesk({ dataFolder: join(folder, 'data'), ...options });
      open.push(desk);
      return desk;
    });
    for (const desk of open) await desk.close();
  },
});

export { expect } from '@playwright/test';

const TRIES = 3;

/**
 * Starts the app. Playwright cannot hold a packaged app back until it has connected. When it connects just as the
 * window opens it waits in vain, or the runtime's inspector falls over, about once in forty starts; then that app
 * is gone, and another is started on the same, untouched folder.
 */
export async function launchDesk(options: LaunchOptions): Promise<Desk> {
  const { dataFolder } = options;
  const wasThere = dataFolder !== undefined && existsSync(dataFolder);
  for (let attempt = 1; ; attempt++) {
    try {
      if (!options.isFirstStart) skipTour(dataFolder);
      return await deskOf(await startApp(options));
    } catch (error) {
      if (attempt === TRIES) throw error;
      console.warn(`Start ${attempt} of the app failed: ${String(error).split('\n')[0]}`);
      if (dataFolder !== undefined && !wasThere) rmSync(dataFolder, { recursive: true, force: true });
    }
  }
}

/** Lets the tour count as seen, where a folder can be made and the window has remembered nothing yet. */
function skipTour(dataFolder: string | undefined): void {
  const file = join(dataFolder ?? '', 'window', 'preferences.json');
  if (dataFolder === undefined || existsSync(file)) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '{"isTourSeen": true}');
  } catch {
    // The folder is one in which the workspace cannot be opened either: that is what such a test is about.
  }
}

function startApp({ file, dataFolder, language = 'zh' }: LaunchOptions): Promise<ElectronApplication> {
  const asRoot = process.getuid?.() === 0;
  return _electron.launch({
    executablePath: APP,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      `--lang=${language}`,
      ...(dataFolder === undefined ? [] : [`--data=${dataFolder}`]),
      ...(file === undefined ? [] : [file]),
    ],
    timeout: 12_000,
  });
}

/** The window's page, once it answers: a question to a page that Playwright has lost would wait for ever. */
async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: 12_000 });
  const late = new AbortController();
  const silence = pause(12_000, undefined, { signal: late.signal }).then(() => {
    throw new Error('The window does not answer.');
  });
  try {
    await Promise.race([page.evaluate(() => document.readyState), silence]);
  } finally {
    late.abort();
    silence.catch(() => undefined);
  }
  return page;
}

async function deskOf(app: ElectronApplication): Promise<Desk> {
  const child = app.process();
  const pid = child.pid ?? 0;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const page = await firstPage(app).catch(async (error: unknown) => {
    child.kill('SIGKILL');
    await waitUntil('the app that did not answer is gone', () => !isRunning());
    throw error;
  });
  return {
    app,
    page,
    async close() {
      if (isRunning()) await app.close();
    },
    readyToKill() {
      const engine = engineOf(pid);
      return async () => {
        process.kill(engine, 'SIGKILL');
        process.kill(pid, 'SIGKILL');
        await waitUntil('the app and its engine are gone', () => !isRunning() && !isAlive(engine));
      };
    },
  };
}
