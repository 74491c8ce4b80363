import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { APP } from '../packaged-app.ts';
import { engineOf, isAlive, waitUntil } from './processes.ts';

/** A running app with its window. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Closes the app as an editor does. */
  close(): Promise<void>;
  /** Kills the app at once; its engine must go with it. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly file?: string;
  readonly dataFolder?: string;
  readonly language?: 'zh' | 'en';
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
async function launchDesk(options: LaunchOptions): Promise<Desk> {
  const { dataFolder } = options;
  const wasThere = dataFolder !== undefined && existsSync(dataFolder);
  for (let attempt = 1; ; attempt++) {
    try {
      return await deskOf(await startApp(options));
    } catch (error) {
      if (attempt === TRIES) throw error;
      console.warn(`Start ${attempt} of the app failed: ${String(error).split('\n')[0]}`);
      if (dataFolder !== undefined && !wasThere) rmSync(dataFolder, { recursive: true, force: true });
    }
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

async function deskOf(app: ElectronApplication): Promise<Desk> {
  const child = app.process();
  const pid = child.pid ?? 0;
  const page = await app.firstWindow({ timeout: 12_000 });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    app,
    page,
    async close() {
      if (isRunning()) await app.close();
    },
    async kill() {
      const engine = engineOf(pid);
      child.kill('SIGKILL');
      await waitUntil('the app and its engine are gone', () => !isRunning() && !isAlive(engine));
    },
  };
}
