import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { wholeNumber } from './options.ts';
import { runScript } from './setup/report.mjs';

const FILES = ['readers', 'model-files', 'documents'].map((name) => `tests/fuzz/${name}`);
const ROOT = join(import.meta.dirname, '..');

/** Ten thousand cases a reader, or as many as are asked for: `npm run fuzz -- 50000`. */
await runScript('fuzz', async () => {
  const [, , runs = '10000'] = process.argv;
  wholeNumber('npm run fuzz', runs, 'npm run fuzz -- [CASES]');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit', ...FILES], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, JIANWEN_FUZZ_RUNS: runs },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
