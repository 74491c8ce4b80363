import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeElectron, findElectron } from './electron-runtime.mjs';
import { SetupError, say } from './setup/console.mjs';
import { hasDisplay } from './setup/display.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { ensurePinnedNode, pinnedNode } from './setup/pinned-node.mjs';
import { withProxy } from './setup/proxy.mjs';
import { run } from './setup/run.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

/**
 * Sets up everything that a command of package.json needs; safe to run again at any time.
 * Plain Node 18 or newer, no packages: it is what installs them.
 *
 *   node scripts/bootstrap.mjs [--for all|start|test|package|build|check]
 *
 * `start` without a display, `build` and `check` open no window: they get neither Electron nor system libraries.
 */
const PURPOSES = ['all', 'start', 'test', 'package', 'build', 'check'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} purpose */
async function bootstrap(purpose) {
  const start = Date.now();
  const window = ['all', 'test'].includes(purpose) || (purpose === 'start' && hasDisplay());
  await ensurePackages(root);
  await ensurePinnedNode(root);
  if (window) await ensureSystemLibraries({ virtualDisplay: purpose !== 'start' && !hasDisplay() });
  if (window || purpose === 'package') await ensureElectron();
  if (purpose === 'start' && !window)
    say('No display: Electron and its system libraries are not needed and not fetched.');
  say(`Ready for ${purpose} in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
}

async function ensureElectron() {
  if (findElectron(root) === null) {
    const fetcher = fileURLToPath(new URL('./setup/fetch-electron.ts', import.meta.url));
    const { code } = await run(pinnedNode(root), [fetcher], {
      cwd: root,
      env: withProxy(),
      limitSeconds: 3600,
    });
    if (code !== 0)
      throw new SetupError('There is no Electron runtime.', 'What can be done stands in the lines above.');
  }
  const runtime = findElectron(root);
  if (runtime === null) throw new SetupError('The Electron runtime has gone again.', 'Run this again.');
  say(describeElectron(runtime));
}

/** @param {readonly string[]} args */
function purposeOf(args) {
  const [option, purpose] = args;
  if (option === undefined) return 'all';
  if (option === '--for' && purpose !== undefined && PURPOSES.includes(purpose) && args.length === 2)
    return purpose;
  throw new SetupError(`Unknown arguments: ${args.join(' ')}`, `Use --for ${PURPOSES.join('|')}.`);
}

try {
  await bootstrap(purposeOf(process.argv.slice(2)));
} catch (error) {
  if (error instanceof SetupError) say(`FAILED: ${error.message}\n[setup] ${error.advice}`);
  else say(`FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
}
