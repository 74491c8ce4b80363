import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builderConfig } from './builder-config.ts';
import {
  licenceFolder,
  type Platform,
  packagedApp,
  packagedProgram,
  packagedResources,
  packageFolder,
} from './places.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const RUNTIME = {
  folder: '/electron',
  version: '45.4.1',
  executable: '/electron/electron',
  source: 'package',
};

/** The file name that electron-builder 26 gives to program and bundle: `executableName`, else the product's name. */
function builtName(platform: Platform): string | null | undefined {
  const { productName, executableName, linux, win, mac } = builderConfig(ROOT, RUNTIME as never);
  const own = { linux, win32: win, darwin: mac }[platform];
  return own?.executableName ?? executableName ?? productName;
}

function places(platform: Platform) {
  return {
    app: packagedApp(ROOT, 'ship', platform),
    program: packagedProgram(ROOT, 'ship', platform),
    resources: packagedResources(ROOT, 'ship', platform),
    licences: licenceFolder(ROOT, 'ship', platform),
  };
}

describe('the places in a package', () => {
  it('are in the bundle on macOS, which is all that a disk image holds', () => {
    const folder = packageFolder(ROOT, 'ship', 'darwin');
    const bundle = join(folder, `${builtName('darwin')}.app`);
    expect(folder).toBe(join(ROOT, 'release/mac-unpacked'));
    expect(places('darwin')).toEqual({
      app: bundle,
      program: join(bundle, 'Contents/MacOS', `${builtName('darwin')}`),
      resources: join(bundle, 'Contents/Resources'),
      licences: join(bundle, 'Contents/Resources'),
    });
  });

  it.each([
    ['linux', 'linux', ''],
    ['win32', 'win', '.exe'],
  ] as const)('are in the folder on %s', (platform, name, extension) => {
    const folder = join(ROOT, 'release', `${name}-unpacked`);
    expect(places(platform)).toEqual({
      app: folder,
      program: join(folder, `${builtName(platform)}${extension}`),
      resources: join(folder, 'resources'),
      licences: folder,
    });
  });

  it('keep the package that is tested apart', () => {
    expect(packagedProgram(ROOT, 'test', 'linux')).toBe(join(ROOT, 'release/test-unpacked/jianwen-desk'));
  });
});
