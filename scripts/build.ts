import { dirname } from 'node:path';
import { buildApp } from './build/build-app.ts';
import { runScript } from './setup/report.mjs';

/** `npm run build`. */
await runScript('build', async () => {
  await buildApp(dirname(import.meta.dirname));
});
