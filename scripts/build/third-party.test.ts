import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectPackages, noticesOf } from './third-party.ts';

const ROOT = join(import.meta.dirname, '../..');

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'jianwen-notices-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'package.json'), '{"name":"desk","version":"1.0.0","license":"MIT"}');
  writeFileSync(join(root, 'index.js'), "import { used } from '@scope/used';\nconsole.log(used);");
  addPackage(root, '@scope/used', { license: 'ISC' }, 'Permission to use');
  addPackage(root, 'unused', { license: 'MIT' }, 'Not shipped');
  return root;
}

function addPackage(root: string, name: string, more: object, licence: string | null): void {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  const manifest = { name, version: '2.0.0', type: 'module', main: 'index.js', ...more };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'index.js'), 'export const used = Math.random();');
  if (licence !== null) writeFileSync(join(folder, 'LICENSE.md'), licence);
}

describe('noticesOf', () => {
  it('gives the licence of each package that gets into a bundle, and of no other', async () => {
    const root = project();
    const packages = collectPackages();
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [packages.plugin],
      ssr: { noExternal: true },
      build: { ssr: join(root, 'index.js'), outDir: join(root, 'dist') },
    });
    const notices = noticesOf(root, packages.folders());
    expect(notices).toContain('desk 1.0.0 is licensed under MIT');
    expect(notices).toContain('@scope/used 2.0.0 (ISC)\n\nPermission to use');
    expect(notices).not.toContain('Not shipped');
  });

  it('gives the text of the MIT licence for a package that only names it, and refuses others', () => {
    const root = project();
    addPackage(root, 'brief', { license: 'MIT', author: { name: 'Brief Author' } }, null);
    addPackage(root, 'briefer', { license: 'Apache-2.0' }, null);
    const notices = (name: string) => noticesOf(root, [join(root, 'node_modules', name)]);
    expect(notices('brief')).toMatch(
      /brief 2\.0\.0 \(MIT\)\n\nMIT License\n\nCopyright \(c\) Brief Author\n\nPermission/,
    );
    expect(() => notices('briefer')).toThrow(
      'briefer 2.0.0 is under Apache-2.0, whose text it does not bring',
    );
  });

  it('gives the licence of Node, with those of what is built into it', () => {
    const notices = noticesOf(ROOT, [join(ROOT, 'node_modules/node')]);
    expect(notices).toMatch(/\nnode 24\.\d+\.\d+ /);
    for (const part of ['OpenSSL', 'V8', 'ICU', 'zlib']) expect(notices).toContain(part);
  });

  it('refuses a package without a licence by name', () => {
    const root = project();
    addPackage(root, 'nobody-knows', {}, '');
    const folder = join(root, 'node_modules/nobody-knows');
    expect(() => noticesOf(root, [folder])).toThrow('nobody-knows 2.0.0 states no licence');
  });
});
