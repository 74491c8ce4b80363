import { dirname } from 'node:path';
import { runScript } from '../../scripts/setup/report.mjs';
import { makeDeb } from './make-deb.ts';
import { makeInstaller } from './make-installer.ts';
import { packageApp } from './package-app.ts';

/**
 * `npm run package`; `--for-tests` also makes the package that Playwright drives, `--deb` a Debian package,
 * `--installer` this platform's AppImage, set-up program or disk image.
 */
await runScript('package', async () => {
  const root = dirname(dirname(import.meta.dirname));
  await packageApp(root, { forTests: process.argv.includes('--for-tests') });
  if (process.argv.includes('--deb')) console.error(`[package] Made ${await makeDeb(root)}.`);
  if (process.argv.includes('--installer')) {
    for (const file of await makeInstaller(root)) console.error(`[package] Made ${file}.`);
  }
});
