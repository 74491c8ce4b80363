import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Ten thousand cases a reader, or as many as are asked for: `npm run fuzz -- 50000`. */
const [, , runs = '10000'] = process.argv;
const FILES = ['readers', 'model-files', 'documents'].map((name) => `tests/fuzz/${name}`);
const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit', ...FILES], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, JIANWEN_FUZZ_RUNS: runs },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
