import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heartbeat, SetupError, say } from './console.mjs';
import { isWithin } from './is-within.mjs';
import { nodeHeaders } from './node-headers.mjs';
import { npmCommand } from './npm-command.mjs';
import { run } from './run.mjs';
import { ensureCompiler } from './system-libraries.mjs';

const LIMIT_SECONDS = 1800;

/**
 * Installs the packages of package-lock.json unless exactly these are installed.
 * The lock file's content decides, not its date: a fresh clone has fresh dates everywhere.
 * @param {string} root
 */
export async function ensurePackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stampFile = join(root, 'node_modules', '.jianwen-setup');
  const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}`;
  if (read(stampFile) === stamp) return;
  if (!installedAsLocked(root, lockText)) await install(root);
  writeFileSync(stampFile, stamp);
}

/** @param {string} root */
async function install(root) {
  const inside = isWithin(process.execPath, join(root, 'node_modules'));
  if (process.platform === 'win32' && inside) {
    throw new SetupError(
      'The packages have changed, and npm cannot replace the Node that is running.',
      'Run `npm ci`, then try again.',
    );
  }
  await ensureCompiler();
  say('Installing the packages of package-lock.json with npm ci …');
  const stop = heartbeat((seconds) => `still installing packages, ${seconds} s`, 15);
  const { command, args } = npmCommand([
    'ci',
    '--include=dev',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
  ]);
  const { code, timedOut } = await run(command, args, {
    cwd: root,
    env: { ...process.env, npm_config_yes: 'true', ...(await nodeHeaders()) },
    limitSeconds: LIMIT_SECONDS,
  });
  stop();
  if (code === 0) return;
  throw new SetupError(
    timedOut
      ? `npm ci took more than ${LIMIT_SECONDS / 60} minutes.`
      : 'npm ci failed; its own message stands above.',
    'Check that the npm registry can be reached (`npm ping`) and that a C++ compiler is there (Debian: g++ make python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools and Python), then run this again.',
  );
}

/**
 * Compares the lock file with npm's own record of what is installed; true also after a plain `npm install`.
 * @param {string} root
 * @param {string} lockText
 */
function installedAsLocked(root, lockText) {
  const installed = packagesOf(read(join(root, 'node_modules', '.package-lock.json')));
  const locked = packagesOf(lockText);
  if (installed === null || locked === null) return false;
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  const matching = wanted.every(([path, entry]) => {
    const there = installed[path];
    if (there === undefined) return entry.optional === true || entry.peer === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
  return matching && Object.keys(installed).every((path) => path in locked && existsSync(join(root, path)));
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} LockEntry
 * @param {string | null} text
 * @returns {Record<string, LockEntry> | null}
 */
function packagesOf(text) {
  if (text === null) return null;
  try {
    return JSON.parse(text).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
