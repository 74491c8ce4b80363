import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { heartbeat, SetupError, say } from './console.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Need
 * @property {readonly string[]} packages Names in Debian and Ubuntu releases, newest first; one of them is enough.
 * @property {string} [library] What ldconfig must list.
 * @property {string} [program] What must be on the PATH.
 * @property {'chinese'} [font]
 */

/** @type {readonly Need[]} */
const WINDOW = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
  { packages: ['libnss3'], library: 'libnss3.so' },
  { packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
  { packages: ['libgbm1'], library: 'libgbm.so.1' },
  { packages: ['fonts-noto-cjk'], font: 'chinese' },
];

/** @type {readonly Need[]} */
const VIRTUAL_DISPLAY = [
  { packages: ['xvfb'], program: 'Xvfb' },
  { packages: ['xvfb'], program: 'xvfb-run' },
  { packages: ['xauth'], program: 'xauth' },
  { packages: ['procps'], program: 'ps' },
];

/** @type {readonly Need[]} */
const COMPILER = [
  { packages: ['g++'], program: 'g++' },
  { packages: ['make'], program: 'make' },
  { packages: ['python3'], program: 'python3' },
];

/**
 * Installs what compiles nodejieba, on Debian and Ubuntu when this is root. Elsewhere it names what is missing and goes on: npm ci
 * compiles only where nodejieba's binary cannot be fetched.
 */
export async function ensureCompiler() {
  if (process.platform !== 'linux') return;
  const missing = missingOf(COMPILER);
  if (missing.length === 0) return;
  if (canInstall()) await aptInstall(missing);
  const left = missingOf(COMPILER);
  if (left.length === 0) return;
  say(`To compile nodejieba, should its binary not be there to fetch, these are missing: ${namesOf(left)}.`);
}

/**
 * Installs what a window needs on Debian and Ubuntu when this is root; elsewhere names what is missing.
 * @param {{ virtualDisplay: boolean }} options `virtualDisplay`: also Xvfb and ps, for tests without a screen.
 */
export async function ensureSystemLibraries({ virtualDisplay }) {
  if (process.platform !== 'linux') return;
  const needs = virtualDisplay ? [...WINDOW, ...VIRTUAL_DISPLAY] : WINDOW;
  const missing = missingOf(needs);
  if (missing.length === 0) return;
  if (!canInstall()) throw cannotInstall(missing);
  await aptInstall(missing);
  const left = missingOf(needs);
  if (left.length > 0) throw cannotInstall(left);
}

function canInstall() {
  return process.getuid?.() === 0 && onPath('apt-get');
}

/** @param {readonly Need[]} missing */
async function aptInstall(missing) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say('Updating the package lists with apt-get update …');
  const update = await run('apt-get', ['-q', 'update'], {
    env: environment,
    limitSeconds: 600,
    output: 'kept',
  });
  if (update.code !== 0) say('apt-get update failed; going on with the lists that are there.');
  const names = [...new Set(missing.map(({ packages }) => packages.find(known) ?? packages.at(-1) ?? ''))];
  say(`Installing with apt-get: ${names.join(' ')} …`);
  const stop = heartbeat((seconds) => `still installing system packages, ${seconds} s`, 15);
  const { code, output } = await run(
    'apt-get',
    ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', 'install', '--no-install-recommends', ...names],
    { env: environment, limitSeconds: 1800, output: 'kept' },
  );
  stop();
  if (code !== 0) say(`apt-get failed:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}

/** @param {string} name */
function known(name) {
  const { status, stdout } = spawnSync('apt-cache', ['show', name], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && stdout.includes('Package: ');
}

/** @param {readonly Need[]} needs */
function missingOf(needs) {
  const libraries = libraryNames();
  return needs.filter(({ library, program, font }) => {
    if (library !== undefined) return !libraries.includes(`\t${library} `);
    if (program !== undefined) return !onPath(program);
    return font === 'chinese' && !hasChineseFont();
  });
}

/** @param {readonly Need[]} missing */
function cannotInstall(missing) {
  const names = namesOf(missing);
  return new SetupError(
    `The window needs system packages that are missing here; Debian and Ubuntu call them: ${names}.`,
    `Install them (for instance: sudo apt-get install ${names}), then run this again.`,
  );
}

/** @param {readonly Need[]} needs */
function namesOf(needs) {
  return [...new Set(needs.map(({ packages }) => packages.at(-1)))].join(' ');
}

function libraryNames() {
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig';
  return spawnSync(program, ['-p'], { encoding: 'utf8', timeout: 30_000 }).stdout ?? '';
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8', timeout: 30_000 });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const folder = '/usr/share/fonts/opentype/noto';
  return existsSync(folder) && readdirSync(folder).some((file) => file.includes('CJK'));
}
