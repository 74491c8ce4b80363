import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const LIMIT = 120_000;

/**
 * Writes the types of the package's entry point to one file; `tsc -b` has checked them.
 * @throws Error where the types lean on other files, which the package does not have.
 */
export function writeDeclarations(root: string, target: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-types-'));
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const options = ['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--noCheck'];
  const language = ['--allowImportingTsExtensions', '--strict', '--target', 'es2024', '--module', 'nodenext'];
  try {
    execFileSync(
      process.execPath,
      [
        compiler,
        'classifier/api/index.ts',
        ...options,
        ...language,
        '--types',
        'node',
        '--rootDir',
        '.',
        '--outDir',
        folder,
      ],
      { cwd: root, timeout: LIMIT, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const types = readFileSync(join(folder, 'classifier/api/index.d.ts'), 'utf8');
    if (/^\s*(import|export .* from)\b/m.test(types))
      throw new Error('The types of the package need other files.');
    writeFileSync(target, types);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
