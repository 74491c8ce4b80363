import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { buildApp } from '../../scripts/build/build-app.ts';
import { fingerprint } from '../../scripts/build/fingerprint.ts';
import { NOTICES } from '../../scripts/build/third-party.ts';
import { describeElectron, findElectron } from '../../scripts/electron-runtime.mjs';
import { builderConfig } from './builder-config.ts';
import { setFuses } from './fuses.ts';
import { moveFolder } from './move-folder.ts';
import { licenceFolder, packagedProgram, packageFolder, workFolder } from './places.ts';

/**
 * Builds the app and packages it unpacked, unless nothing has changed since the last time.
 * @param forTests Also makes `release/test-unpacked`.
 * @throws Error when no Electron runtime is there or a step fails.
 */
export async function packageApp(root: string, { forTests }: { readonly forTests: boolean }): Promise<void> {
  const runtime = findElectron(root);
  if (runtime === null) throw new Error('There is no Electron runtime: run `npm run bootstrap` first.');
  console.error(`[package] ${describeElectron(runtime)}`);
  const built = await buildApp(root);
  const wanted = `${built} ${fingerprint(root, ['electron/packaging'])} ${runtime.version} ${runtime.folder}`;
  await skipUnlessChanged(root, 'ship', wanted, () => packageShipped(root, runtime));
  if (forTests) await skipUnlessChanged(root, 'test', wanted, () => copyForTests(root));
}

async function skipUnlessChanged(
  root: string,
  variant: 'ship' | 'test',
  wanted: string,
  make: () => Promise<void>,
): Promise<void> {
  const stamp = join(root, 'release', `${variant}-fingerprint`);
  const same = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (same && existsSync(packagedProgram(root, variant))) {
    console.error(`[package] ${packageFolder(root, variant)} is up to date.`);
    return;
  }
  const start = Date.now();
  rmSync(stamp, { force: true });
  rmSync(packageFolder(root, variant), { recursive: true, force: true });
  await make();
  writeFileSync(stamp, wanted);
  console.error(
    `[package] Made ${packageFolder(root, variant)} in ${((Date.now() - start) / 1000).toFixed(1)} s.`,
  );
}

async function packageShipped(
  root: string,
  runtime: NonNullable<ReturnType<typeof findElectron>>,
): Promise<void> {
  const work = workFolder(root);
  rmSync(work, { recursive: true, force: true });
  let made = '';
  const config = builderConfig(root, runtime);
  await build({
    projectDir: join(root, 'dist/app'),
    dir: true,
    config: {
      ...config,
      afterPack: ({ appOutDir }) => {
        made = appOutDir;
      },
    },
  });
  await moveFolder(made, packageFolder(root, 'ship'));
  rmSync(work, { recursive: true, force: true });
  const licences = licenceFolder(root, 'ship');
  copyFileSync(join(root, 'LICENSE'), join(licences, 'LICENSE'));
  copyFileSync(join(root, 'dist', NOTICES), join(licences, NOTICES));
  await setFuses(packagedProgram(root, 'ship'), { inspect: false });
}

async function copyForTests(root: string): Promise<void> {
  const program = packagedProgram(root, 'test');
  if (process.platform === 'darwin')
    cpSync(packageFolder(root, 'ship'), packageFolder(root, 'test'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  else linkTree(packageFolder(root, 'ship'), packageFolder(root, 'test'));
  // A file of its own: its fuse must not change the shipped program.
  rmSync(program);
  copyFileSync(packagedProgram(root, 'ship'), program);
  await setFuses(program, { inspect: true });
}

/** Copies a tree of folders and files by hard links, which takes no time and no space. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else linkSync(source, target);
  }
}
