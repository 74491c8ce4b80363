import { existsSync } from 'node:fs';

/**
 * How to start npm: the very npm that runs this script with the Node that runs it, else the one on the PATH.
 * (The Node in node_modules must not run it: npm ci replaces that file.)
 * @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[] }}
 */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  if (script?.endsWith('.js') && node !== undefined && existsSync(script) && existsSync(node)) {
    return { command: node, args: [script, ...args] };
  }
  if (process.platform === 'win32')
    return { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm.cmd', ...args] };
  return { command: 'npm', args };
}
