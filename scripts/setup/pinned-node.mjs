import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SetupError } from './console.mjs';
import { run } from './run.mjs';

const RELOAD =
  'Run `npm rebuild node nodejieba --ignore-scripts=false`; if that fails, remove node_modules and run this again.';

/**
 * The Node that package.json pins. The engine, the tests and the build all run on it.
 * @param {string} root
 */
export function pinnedNode(root) {
  const folder = dirname(createRequire(join(root, 'package.json')).resolve('node/package.json'));
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Checks that the pinned Node starts, has the pinned version, and loads both native packages.
 * Asked again only when one of these files has changed.
 * @param {string} root
 */
export async function ensurePinnedNode(root) {
  const node = pinnedNode(root);
  const jieba = join(root, 'node_modules', 'nodejieba', 'build', 'Release', 'nodejieba.node');
  for (const file of [node, jieba]) {
    if (!existsSync(file))
      throw new SetupError(`${file} is missing: its install script did not run.`, RELOAD);
  }
  const stampFile = join(root, 'node_modules', '.jianwen-native');
  const stamp = [node, jieba].map((file) => `${statSync(file).size} ${statSync(file).mtimeMs}`).join(' ');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { version } = createRequire(join(root, 'package.json'))('node/package.json');
  const probe = `require(${JSON.stringify(jieba)}); new (require('better-sqlite3'))(':memory:').close(); console.log(process.version)`;
  const { code, output } = await run(node, ['-e', probe], { cwd: root, limitSeconds: 60, output: 'kept' });
  if (code !== 0 || !output.includes(`v${version}`)) {
    throw new SetupError(
      `The pinned Node ${version} or a native package does not load: ${lastLine(output)}`,
      RELOAD,
    );
  }
  writeFileSync(stampFile, stamp);
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
