import { dirname } from 'node:path';
import { runScript } from '../../scripts/setup/report.mjs';
import { packageApp } from './package-app.ts';

/** `npm run package`; `--for-tests` also makes the package that Playwright drives. */
await runScript('package', () =>
  packageApp(dirname(dirname(import.meta.dirname)), { forTests: process.argv.includes('--for-tests') }),
);
