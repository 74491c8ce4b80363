import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as viteBuild } from 'vite';
import { writeDeclarations } from './declarations.ts';
import { fingerprint } from './fingerprint.ts';
import { prepare } from './prepare.ts';
import { NATIVE_PACKAGES, targets } from './targets.ts';
import { collectPackages, NOTICES, noticesOf } from './third-party.ts';

const INPUTS = [
  'classifier',
  'electron/contract',
  'electron/engine',
  'electron/main',
  'electron/preload',
  'renderer',
  'docs/manual',
  'labels',
  'seeds',
  'scripts/build',
  'package.json',
  'package-lock.json',
] as const;

/** What the engine and the command read beside their code. */
const RESOURCES = [
  ['labels', 'labels'],
  ['seeds', 'seeds'],
  ['classifier/rules/packs', 'rules'],
] as const;

/**
 * Builds `dist/app` (what goes into app.asar), `dist/node` (engine, command, resources) and `dist/man` (the manual
 * page) unless the inputs are those of the build that is there. Returns the fingerprint of the inputs.
 * @throws Error when an entry point is missing or does not compile.
 */
export async function buildApp(root: string): Promise<string> {
  const wanted = fingerprint(root, INPUTS);
  const stamp = join(root, 'dist', 'fingerprint');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    console.error('[build] Nothing has changed since the last build.');
    return wanted;
  }
  const start = Date.now();
  for (const folder of ['dist/app', 'dist/node', 'dist/man', 'dist/fingerprint', `dist/${NOTICES}`]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  const packages = collectPackages();
  for (const { name, entries, config } of targets(root)) {
    for (const entry of entries) {
      if (!existsSync(join(root, entry)))
        throw new Error(`${entry}, an entry point of the ${name}, is missing.`);
    }
    await viteBuild({ ...config, plugins: [...(config.plugins ?? []), packages.plugin] });
  }
  writeManifest(root);
  writeDeclarations(root, join(root, 'dist/node/api.d.mts'));
  writeFileSync(
    join(root, 'dist', NOTICES),
    noticesOf(root, [...packages.folders(), ...shippedFolders(root)]),
  );
  for (const [from, to] of RESOURCES) {
    cpSync(join(root, from), join(root, 'dist/node/resources', to), { recursive: true, filter: isNoDotFile });
  }
  await prepare(root, join(root, 'dist/node/resources/prepared'));
  writeManualPage(root);
  writeFileSync(stamp, wanted);
  console.error(`[build] Built dist in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return wanted;
}

/** Packages that are shipped as they are, beside what is bundled. */
function shippedFolders(root: string): readonly string[] {
  return [...NATIVE_PACKAGES, 'node'].map((name) => join(root, 'node_modules', name));
}

/** The package.json that Electron reads inside app.asar. */
function writeManifest(root: string): void {
  const { name, version, description, author, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const manifest = { name, version, description, author, license, type: 'module', main: 'main.mjs' };
  mkdirSync(join(root, 'dist/app'), { recursive: true });
  writeFileSync(join(root, 'dist/app/package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What `jianwen man` prints, in English, where `npm install -g` looks for it. */
function writeManualPage(root: string): void {
  const page = execFileSync(process.execPath, [join(root, 'dist/node/cli.mjs'), 'man'], {
    env: { ...process.env, LC_ALL: 'en' },
  });
  mkdirSync(join(root, 'dist/man'), { recursive: true });
  writeFileSync(join(root, 'dist/man/jianwen.1'), page);
}

function isNoDotFile(path: string): boolean {
  return !basename(path).startsWith('.');
}
