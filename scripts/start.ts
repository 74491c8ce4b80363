import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { packageApp } from '../electron/packaging/package-app.ts';
import { packagedProgram, packagedResources, packageFolder } from '../electron/packaging/places.ts';
import { buildApp } from './build/build-app.ts';
import { hasDisplay } from './setup/display.mjs';
import { runScript } from './setup/report.mjs';
import { ensureSandbox } from './setup/sandbox.ts';

/** `npm start`: the sample list in the desktop app, or in the terminal where no window can be opened. */

const SAMPLE = '004_783cbe47843b3da7.txt';

const root = dirname(import.meta.dirname);

async function openWindow(): Promise<number> {
  await packageApp(root, { forTests: false });
  const sample = join(packagedResources(root, 'ship'), 'engine/resources/seeds', SAMPLE);
  const options = [];
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) options.push('--no-sandbox');
  else ensureSandbox(packageFolder(root, 'ship'));
  if (process.platform === 'linux' && !process.env.DISPLAY) options.push('--ozone-platform=wayland');
  return follow(packagedProgram(root, 'ship'), [...options, sample]);
}

async function printList(): Promise<number> {
  await buildApp(root);
  console.error('[start] There is no display: the sample list is scored here in the terminal instead.');
  const sample = join(root, 'dist/node/resources/seeds', SAMPLE);
  return follow(process.execPath, [join(root, 'dist/node/cli.mjs'), 'score', sample, '--format', 'table']);
}

/** Runs a program in this terminal and resolves to its exit code. */
function follow(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: root });
    process.once('SIGINT', () => child.kill('SIGINT'));
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await runScript('start', () => (hasDisplay() ? openWindow() : printList()));
