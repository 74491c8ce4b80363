import { join } from 'node:path';

/** The program's file name on Linux and Windows. */
export const EXECUTABLE = 'jianwen-desk';

/** The product's name in file names, which stay ASCII. On macOS bundle and program have it, and Electron finds its helpers by it. */
export const PRODUCT = 'Jianwen';

/** `ship` is what people get; `test` is the same with the one fuse on by which Playwright drives it. */
export type Variant = 'ship' | 'test';

export type Platform = 'linux' | 'win32' | 'darwin';

const NAMES: Readonly<Record<Platform, string>> = { linux: 'linux', win32: 'win', darwin: 'mac' };

const HERE = process.platform as Platform;

/** The folder of the unpacked app: `release/linux-unpacked`, or `release/test-unpacked` for the tests. */
export function packageFolder(root: string, variant: Variant, platform = HERE): string {
  const name = variant === 'test' ? 'test' : (NAMES[platform] ?? platform);
  return join(root, 'release', `${name}-unpacked`);
}

/** What an installer is made of: on macOS the bundle in the folder, elsewhere the folder. */
export function packagedApp(root: string, variant: Variant, platform = HERE): string {
  const folder = packageFolder(root, variant, platform);
  return platform === 'darwin' ? join(folder, `${PRODUCT}.app`) : folder;
}

/** The program that opens the window. */
export function packagedProgram(root: string, variant: Variant, platform = HERE): string {
  const app = packagedApp(root, variant, platform);
  if (platform === 'darwin') return join(app, 'Contents/MacOS', PRODUCT);
  return join(app, platform === 'win32' ? `${EXECUTABLE}.exe` : EXECUTABLE);
}

/** The packaged `resources` folder, with app.asar and engine/. */
export function packagedResources(root: string, variant: Variant, platform = HERE): string {
  return join(
    packagedApp(root, variant, platform),
    platform === 'darwin' ? 'Contents/Resources' : 'resources',
  );
}

/** Where the licences of Electron and Chromium lie, and ours with them. */
export function licenceFolder(root: string, variant: Variant, platform = HERE): string {
  return platform === 'darwin'
    ? packagedResources(root, variant, platform)
    : packagedApp(root, variant, platform);
}

/** Where electron-builder works before its result is moved into place. */
export function workFolder(root: string): string {
  return join(root, 'release', 'work');
}
