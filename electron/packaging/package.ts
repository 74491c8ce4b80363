import { dirname } from 'node:path';
import { packageApp } from './package-app.ts';

/** `npm run package`; `--for-tests` also makes the package that Playwright drives. */
const root = dirname(dirname(import.meta.dirname));
await packageApp(root, { forTests: process.argv.includes('--for-tests') });
