import { join } from 'node:path';

/** The program's file name on every platform. */
export const EXECUTABLE = 'jianwen-desk';

/** `ship` is what people get; `test` is the same with the one fuse on by which Playwright drives it. */
export type Variant = 'ship' | 'test';

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', win32: 'win', darwin: 'mac' };

/** The folder of the unpacked app: `release/linux-unpacked`, or `release/test-unpacked` for the tests. */
export function packageFolder(root: string, variant: Variant): string {
  const name = variant === 'test' ? 'test' : (PLATFORMS[process.platform] ?? process.platform);
  return join(root, 'release', `${name}-unpacked`);
}

/** The program that opens the window. */
export function packagedProgram(root: string, variant: Variant): string {
  const folder = packageFolder(root, variant);
  if (process.platform === 'darwin') return join(folder, 'Jianwen.app/Contents/MacOS', EXECUTABLE);
  return join(folder, process.platform === 'win32' ? `${EXECUTABLE}.exe` : EXECUTABLE);
}

/** The packaged `resources` folder, with app.asar and engine/. */
export function packagedResources(root: string, variant: Variant): string {
  const folder = packageFolder(root, variant);
  return process.platform === 'darwin'
    ? join(folder, 'Jianwen.app/Contents/Resources')
    : join(folder, 'resources');
}

/** Where electron-builder works before its result is moved into place. */
export function workFolder(root: string): string {
  return join(root, 'release', 'work');
}
