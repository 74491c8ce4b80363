import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MODULE = JSON.stringify(join(import.meta.dirname, 'system-libraries.mjs'));
const ENSURE = `import { ensureCompiler } from ${MODULE}; await ensureCompiler();`;
const IS_ROOT = process.getuid?.() === 0;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianwen-compiler-'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, script = ''): void {
  const file = join(folder, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** What is said where only the programs that were put there are on the PATH. */
function said(): string {
  const words = ['--input-type=module', '-e', ENSURE];
  const env = { PATH: join(folder, 'bin'), FOLDER: folder };
  const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr;
}

describe.runIf(process.platform === 'linux')('what compiles nodejieba', () => {
  it('is not spoken of where it is there', () => {
    for (const name of ['g++', 'make', 'python3']) put(name);
    expect(said()).toBe('');
  });

  it('is named where it cannot be installed, and the set-up goes on', () => {
    put('make');
    expect(said()).toMatch(/missing: g\+\+ python3\.\n$/);
  });

  it.runIf(IS_ROOT)('is installed with apt-get by root', () => {
    const bin = join(folder, 'bin');
    put('apt-cache', 'echo "Package: $2"');
    put(
      'apt-get',
      `echo "$*" >> "${folder}/asked"\ncase "$*" in *install*) PATH=/usr/bin:/bin ln -s make "${bin}/g++";; esac`,
    );
    for (const name of ['make', 'python3']) put(name);
    expect(said()).not.toContain('missing');
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toMatch(/install .*g\+\+\n$/);
  });
});
