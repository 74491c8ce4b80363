import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from '../../scripts/setup/report.mjs';
import { makeDeb } from './make-deb.ts';
import { makeInstaller } from './make-installer.ts';
import { packageApp } from './package-app.ts';

/**
 * `npm run package`; `--for-tests` also makes the package that Playwright drives, `--deb` a Debian package,
 * `--installer` this platform's AppImage, set-up program or disk image.
 */
await runScript('package', async () => {
  const { values } = parseArgs({
    options: {
      'for-tests': { type: 'boolean', default: false },
      deb: { type: 'boolean', default: false },
      installer: { type: 'boolean', default: false },
    },
  });
  const root = dirname(dirname(import.meta.dirname));
  await packageApp(root, { forTests: values['for-tests'] });
  if (values.deb) console.error(`[package] Made ${await makeDeb(root)}.`);
  if (values.installer) {
    for (const file of await makeInstaller(root)) console.error(`[package] Made ${file}.`);
  }
});
