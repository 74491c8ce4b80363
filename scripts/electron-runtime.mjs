import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Electron comes from, in this order: ELECTRON_OVERRIDE_DIST_PATH; the electron package's own download;
 * the cache of this project, which scripts/setup/fetch-electron.ts fills where GitHub cannot be reached.
 *
 * @typedef {object} ElectronRuntime
 * @property {string} folder What electron-builder calls electronDist.
 * @property {string} version Such as 45.4.1, without a leading v.
 * @property {string} executable
 * @property {'override' | 'package' | 'cache'} source
 */

/**
 * The runtime that is there already, or null. Reads a few small files, fetches nothing.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {ElectronRuntime | null}
 */
export function findElectron(root, environment = process.env) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return runtimeIn(override, 'override');
  return runtimeIn(packageFolder(root), 'package') ?? runtimeIn(cachedFolder(environment), 'cache');
}

/**
 * Where the electron package puts its own download.
 * @param {string} root
 */
export function packageFolder(root) {
  return join(root, 'node_modules', 'electron', 'dist');
}

/** The version of the runtime that the npm registry carries for Linux x64; see docs/dependencies.md. */
export const CACHED_VERSION = '33.2.1';

/**
 * Outside node_modules, so that npm ci keeps it.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cachedFolder(environment = process.env) {
  return join(cacheRoot(environment), `electron-${CACHED_VERSION}-${process.platform}-${process.arch}`);
}

/**
 * This project's folder in the platform's cache.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheRoot(environment = process.env) {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'jianwen');
  if (process.platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'jianwen', 'Cache');
  }
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jianwen');
}

/**
 * @param {string} folder
 * @param {ElectronRuntime['source']} source
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(folder, source) {
  const executable = join(folder, executableName());
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return null;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { folder, version, executable, source };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * One line for standard error.
 * @param {ElectronRuntime} runtime
 */
export function describeElectron({ version, source, folder }) {
  const from = {
    override: 'from ELECTRON_OVERRIDE_DIST_PATH',
    package: 'from the electron package',
    cache: 'from the cache',
  };
  return `Electron ${version}, ${from[source]}: ${folder}`;
}
