import { join } from 'node:path';
import { build } from 'electron-builder';
import { findElectron } from '../../scripts/electron-runtime.mjs';
import { builderConfig } from './builder-config.ts';
import { packagedApp } from './places.ts';

/**
 * Makes the installer of this platform from the packaged app: an AppImage, an NSIS set-up program or a disk image;
 * answers their paths. electron-builder fetches its tools for these from GitHub the first time.
 * @throws Error where the app has not been packaged, or a tool cannot be fetched or fails.
 */
export async function makeInstaller(root: string): Promise<readonly string[]> {
  const runtime = findElectron(root);
  if (runtime === null) throw new Error('There is no Electron runtime: run `npm run bootstrap` first.');
  const config = builderConfig(root, runtime);
  return build({
    projectDir: join(root, 'dist/app'),
    prepackaged: packagedApp(root, 'ship'),
    config: {
      ...config,
      directories: { output: join(root, 'release') },
      linux: { ...config.linux, target: 'AppImage' },
      win: { ...config.win, target: 'nsis' },
      nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
      mac: { ...config.mac, target: 'dmg' },
    },
  });
}
