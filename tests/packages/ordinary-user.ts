import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { waitUntil } from '../e2e/support/processes.ts';

/** Somebody who is not root, with a home folder: the Chromium sandbox only works for such. */
export interface OrdinaryUser {
  readonly name: string;
  readonly home: string;
  /** Runs a program as this user and answers what it printed. */
  run(command: string, ...words: readonly string[]): string;
  /** Starts a program as this user, on a display. */
  start(display: string, command: string, ...words: readonly string[]): ChildProcess;
  remove(): void;
}

export function addUser(name: string): OrdinaryUser {
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name]);
  const home = `/home/${name}`;
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: home, LANG: 'C.UTF-8', USER: name };
  const prefix = ['-u', name, '--'];
  return {
    name,
    home,
    run: (command, ...words) =>
      execFileSync('runuser', [...prefix, command, ...words], { env, cwd: home, encoding: 'utf8' }),
    start: (display, command, ...words) =>
      spawn('runuser', [...prefix, command, ...words], {
        env: { ...env, DISPLAY: display },
        cwd: home,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      }),
    remove: () => void execFileSync('userdel', ['--remove', name], { stdio: 'ignore' }),
  };
}

/** A virtual display that any user of this machine may draw on. */
export async function openDisplay(number: number): Promise<{ readonly name: string; close(): void }> {
  const screen = ['-screen', '0', '1440x900x24', '-ac', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', [`:${number}`, ...screen], { stdio: 'ignore' });
  const name = `:${number}`;
  await waitUntil('the display is open', () => isOpen(name));
  return { name, close: () => void server.kill() };
}

function isOpen(display: string): boolean {
  try {
    execFileSync('xwininfo', ['-root', '-display', display], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Titles of the windows on a display. */
export function windowTitles(display: string): string {
  return execFileSync('xwininfo', ['-root', '-tree', '-display', display], { encoding: 'utf8' });
}

/** The page of an app that was started with --remote-debugging-port=0, once it has said its address. */
export async function pageOf(app: ChildProcess): Promise<Page> {
  let said = '';
  app.stderr?.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const address = () => /DevTools listening on (\S+)/.exec(said)?.[1];
  await waitUntil('the app says where it listens', () => address() !== undefined);
  const browser = await chromium.connectOverCDP(address() as string);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The app has no window.');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

/** Ends an app with all of its processes, and waits until it is gone. */
export async function endApp(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.pid === undefined) return;
  const gone = once(app, 'exit');
  process.kill(-app.pid, 'SIGTERM');
  await gone;
}
