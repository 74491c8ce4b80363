import { dirname } from 'node:path';
import { buildApp } from './build/build-app.ts';

/** `npm run build`. */
await buildApp(dirname(import.meta.dirname));
