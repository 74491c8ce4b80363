#!/usr/bin/env node
/**
 * The installed command. Plain Node 18: it finds the Node that package.json pins and goes on with that one,
 * because the store's native package crashes older ones.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const USAGE_EXIT = 2;
const COMMAND = fileURLToPath(new URL('../../dist/node/cli.mjs', import.meta.url));

/** True for the Node that the native packages need: Node-API 10, so 22.14 or newer. */
function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14);
}

/** The pinned Node's program, or null where its package or its download is missing. */
function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** @param {string} zh @param {string} en */
function giveUp(zh, en) {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  process.stderr.on('error', () => {});
  process.stderr.write(`jianwen: ${locale.startsWith('en') ? en : zh}\n`);
  process.exitCode = USAGE_EXIT;
}

/** Runs the command on another Node, as if it had been started by the caller. @param {string} node */
function goOnWith(node) {
  const child = spawn(node, [COMMAND, ...process.argv.slice(2)], { stdio: 'inherit', windowsHide: true });
  child.once('error', (error) =>
    giveUp(`无法启动 ${node}：${error.message}`, `${node} cannot be started: ${error.message}`),
  );
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    // A terminal sends Ctrl+C to both processes by itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + (constants.signals[signal] ?? 0));
  });
}

const pinned = pinnedNode();
if (!existsSync(COMMAND)) {
  giveUp(
    '还没有构建：请先运行 npm run build（或 npm start）。',
    'not built yet: run `npm run build` (or `npm start`) first.',
  );
} else if (process.versions.node.startsWith('24.') || (pinned === null && isNewEnough())) {
  await import(pathToFileURL(COMMAND).href);
} else if (pinned !== null) {
  goOnWith(pinned);
} else {
  giveUp(
    `Node ${process.versions.node} 太旧：请安装 Node 24，或在此文件夹运行 npm ci。`,
    `Node ${process.versions.node} is too old: install Node 24, or run \`npm ci\` in this folder.`,
  );
}
