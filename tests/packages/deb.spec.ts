import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { LATEST_VERSION, schemaVersion } from '#classifier/store/migrations/index.ts';
import { makeDeb } from '../../electron/packaging/make-deb.ts';
import { waitUntil } from '../e2e/support/processes.ts';
import { addUser, endApp, type OrdinaryUser, openDisplay, pageOf, windowTitles } from './ordinary-user.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = '/usr/bin/jianwen-desk';
const DESKTOP_FILE = '/usr/share/applications/jianwen-desk.desktop';
const LIST = '全村老人喝下村口井水，百岁老太长出新牙返老还童\n市教育局：秋季学期义务教育学校9月1日开学\n';
const DISPLAY = 87;
const OLDER_SCHEMA = 81;
/** The labels of its editor, and whether each is sensational and implausible. */
const OLDER_LABELS = [
  ['全村老人喝下村口井水，百岁老太长出新牙', false, true],
  ['太可怕了！这种水果千万别吃', true, false],
  ['市教育局：秋季学期义务教育学校9月1日开学', false, true],
];

function lacks(): string | null {
  if (process.getuid?.() !== 0) return 'only root may install packages';
  const missing = ['dpkg', 'Xvfb', 'xwininfo', 'gio', 'desktop-file-validate', 'runuser'].find(
    (name) => !['/usr/bin', '/usr/sbin', '/bin', '/sbin'].some((folder) => existsSync(join(folder, name))),
  );
  return missing === undefined ? null : `${missing} is missing`;
}

const missing = lacks();
// biome-ignore lint/suspicious/noSkippedTests: it says what this machine lacks.
test.skip(missing !== null, missing ?? '');

test('the .deb installs, starts from its desktop file, is upgraded with the workspace kept, and goes', async () => {
  const earlier = await makeDeb(ROOT, { version: '0.0.9', compression: 'gzip' });
  const present = await makeDeb(ROOT, { compression: 'gzip' });
  const user = addUser('jianwen-test');
  const display = await openDisplay(DISPLAY);
  const install = (file: string): number => {
    const start = Date.now();
    execFileSync('dpkg', ['--install', file], { stdio: 'pipe' });
    return (Date.now() - start) / 1000;
  };
  try {
    installNeeds(earlier);
    const took = install(earlier);
    console.log(`package ${(statSync(present).size / 1e6).toFixed(0)} MB, installed in ${took.toFixed(1)} s`);
    execFileSync('desktop-file-validate', [DESKTOP_FILE]);

    await test.step('it tells its licences, and has no database driver of natural', () => {
      const notices = readFileSync('/usr/lib/jianwen-desk/THIRD-PARTY-NOTICES.txt', 'utf8');
      expect(notices).toContain('natural 8.');
      expect(notices).not.toMatch(/^(mongoose|pg|redis|memjs) \d/m);
      expect(readFileSync('/usr/share/doc/jianwen-desk/copyright', 'utf8')).toContain('MIT License');
    });

    await test.step('its desktop file opens the window', async () => {
      const app = user.start(display.name, 'gio', 'launch', DESKTOP_FILE);
      await waitUntil('the window is there', () => windowTitles(display.name).includes('鉴闻'));
      endAll(user.name);
      await endApp(app);
    });

    await test.step('an editor labels a headline, without switching the sandbox off', async () => {
      const list = join(user.home, 'list.txt');
      writeFileSync(list, LIST);
      const start = Date.now();
      const app = user.start(display.name, PROGRAM, '--remote-debugging-port=0', list);
      const page = await pageOf(app);
      await expect(page.locator('.row')).toHaveCount(2);
      console.log(`list in sight ${((Date.now() - start) / 1000).toFixed(1)} s after the start`);
      await page.locator('.row', { hasText: '井水' }).click();
      await page.keyboard.press('3');
      await expect(page.getByText(/已保存/).first()).toBeVisible();
      await endApp(app);
      endAll(user.name);
    });

    const older = putOlder(user);
    await test.step('the next version finds the workspace as it was', async () => {
      install(present);
      expect(versionOf()).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
      const app = user.start(display.name, PROGRAM, '--remote-debugging-port=0');
      const page = await pageOf(app);
      await expect(page.locator('.row', { hasText: '井水' })).toContainText('离奇');
      await endApp(app);
      endAll(user.name);
      const out = join(user.home, 'labels.jsonl');
      user.run('jianwen', 'export', out);
      expect(user.run('cat', out)).toContain('"implausible":true');
    });

    await test.step('and brings one that an earlier schema left to its own, with a backup of it as it was', async () => {
      const start = ['--remote-debugging-port=0', `--data=${older}`];
      const app = user.start(display.name, PROGRAM, ...start);
      const page = await pageOf(app);
      await expect(page.locator('.row', { hasText: '井水' })).toContainText('离奇');
      await endApp(app);
      endAll(user.name);
      const [backup, ...others] = readdirSync(join(older, 'backups'));
      expect(backup).toMatch(/^before-migration-.*\.db$/);
      expect(others).toEqual([]);
      expect(versionIn(join(older, 'backups', backup ?? ''))).toBe(OLDER_SCHEMA);
      expect(versionIn(join(older, DATABASE_NAME))).toBe(LATEST_VERSION);
      const out = join(user.home, 'older-labels.jsonl');
      user.run('jianwen', 'export', out, '--data', older);
      const labels = user
        .run('cat', out)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(
        labels.map(({ text, sensational, implausible }) => [text, sensational, implausible]).toSorted(),
      ).toEqual(OLDER_LABELS);
    });

    await test.step('removing it leaves the data alone', () => {
      const data = user.run('find', user.home, '-name', 'jianwen.db').trim().split('\n');
      execFileSync('dpkg', ['--purge', 'jianwen-desk'], { stdio: 'pipe' });
      for (const path of [PROGRAM, '/usr/bin/jianwen', '/usr/lib/jianwen-desk', DESKTOP_FILE]) {
        expect(existsSync(path), path).toBe(false);
      }
      expect(data).toHaveLength(2);
      for (const file of data) expect(existsSync(file), file).toBe(true);
    });
  } finally {
    endAll(user.name);
    execFileSync('dpkg', ['--purge', '--force-all', 'jianwen-desk'], { stdio: 'ignore' });
    display.close();
    user.remove();
    rmSync(earlier, { force: true });
  }
});

/** Puts a workspace into a user's home as a version of the program with an earlier schema left it. Returns its folder. */
function putOlder({ name, home }: OrdinaryUser): string {
  const folder = join(home, 'older');
  mkdirSync(folder);
  const stored = join(ROOT, 'tests/migrations/fixtures', `schema-00${OLDER_SCHEMA}.db.gz`);
  writeFileSync(join(folder, DATABASE_NAME), gunzipSync(readFileSync(stored)));
  execFileSync('chown', ['--recursive', name, folder]);
  return folder;
}

function versionIn(file: string): number {
  const db = new Database(file, { readonly: true });
  const version = schemaVersion(db);
  db.close();
  return version;
}

function versionOf(): string {
  const shown = execFileSync('dpkg-query', ['--show', 'jianwen-desk'], { encoding: 'utf8' });
  return shown.trim().split('\t')[1] ?? '';
}

/** Ends what the test's own user still runs. */
function endAll(user: string): void {
  try {
    execFileSync('pkill', ['-KILL', '-u', user], { stdio: 'ignore' });
  } catch {
    // Nothing ran any more.
  }
}

/** Installs by apt what a package needs: dpkg alone only says that it is missing. */
function installNeeds(file: string): void {
  const needs = execFileSync('dpkg-deb', ['--field', file, 'Depends'], { encoding: 'utf8' });
  const names = needs.split(',').map((need) => (need.split('|')[0] ?? '').replace(/\(.*/, '').trim());
  execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', ...names], { stdio: 'pipe' });
}
