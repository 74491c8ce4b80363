import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../packaged-app.ts';
import { waitUntil } from './processes.ts';
import { familyOf } from './sockets.ts';

/** The user who owns nothing; Chromium's sandbox does not work for root. */
const NOBODY = 65534;

/**
 * Starts the packaged app as an ordinary user with Chromium's sandbox on, and answers what Linux says of the process
 * that draws its page (`Seccomp`, `NoNewPrivs` …). The app is ended again.
 */
export async function rendererStatus(folder: string): Promise<Readonly<Record<string, string>>> {
  const app = startAsNobody(folder);
  try {
    let page: number | undefined;
    await waitUntil('there is a page', () => {
      page = familyOf(app.pid ?? 0).find((pid) => isPage(pid));
      return page !== undefined;
    });
    const lines = readFileSync(`/proc/${page}/status`, 'utf8').split('\n');
    return Object.fromEntries(lines.map((line) => line.split(':\t').map((part) => part.trim())));
  } finally {
    process.kill(-(app.pid ?? 0), 'SIGKILL');
  }
}

function startAsNobody(folder: string): ChildProcess {
  const home = join(folder, 'nobody');
  mkdirSync(home);
  chmodSync(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  if (process.env.XAUTHORITY !== undefined) {
    env.XAUTHORITY = join(home, 'Xauthority');
    copyFileSync(process.env.XAUTHORITY, env.XAUTHORITY);
    if (isRoot) chownSync(env.XAUTHORITY, NOBODY, NOBODY);
  }
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const place = { cwd: home, env, stdio: 'ignore', detached: true } as const;
  return spawn(APP, [`--data=${join(home, 'data')}`], { ...place, ...who });
}

function isPage(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;
  }
}
