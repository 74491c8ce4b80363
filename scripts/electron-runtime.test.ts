import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedFolder, findElectron, packageFolder } from './electron-runtime.mjs';

const EXECUTABLES: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

let root = '';
let environment: NodeJS.ProcessEnv = {};

function put(folder: string, version: string): void {
  const executable = join(folder, EXECUTABLES[process.platform] ?? 'electron');
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, '');
  writeFileSync(join(folder, 'version'), version);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jianwen-runtime-'));
  environment = { XDG_CACHE_HOME: join(root, 'cache'), LOCALAPPDATA: join(root, 'cache') };
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(process.platform === 'darwin')('findElectron', () => {
  it('finds nothing where nothing is', () => {
    expect(findElectron(root, environment)).toBeNull();
  });

  it('takes the cache, before it the package, before it the override', () => {
    put(cachedFolder(environment), '33.2.1');
    expect(findElectron(root, environment)).toMatchObject({ source: 'cache', version: '33.2.1' });
    put(packageFolder(root), 'v45.4.1');
    expect(findElectron(root, environment)).toMatchObject({ source: 'package', version: '45.4.1' });
    put(join(root, 'own'), '40.0.0');
    const override = { ...environment, ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') };
    expect(findElectron(root, override)).toMatchObject({ source: 'override', version: '40.0.0' });
  });

  it('does not go past an override that holds no Electron', () => {
    put(cachedFolder(environment), '33.2.1');
    expect(findElectron(root, { ...environment, ELECTRON_OVERRIDE_DIST_PATH: join(root, 'no') })).toBeNull();
  });

  it('ignores a folder without its version file, such as an interrupted copy', () => {
    mkdirSync(cachedFolder(environment), { recursive: true });
    writeFileSync(join(cachedFolder(environment), 'electron'), '');
    expect(findElectron(root, environment)).toBeNull();
  });
});
