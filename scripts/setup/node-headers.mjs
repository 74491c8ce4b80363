import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmCommand } from './npm-command.mjs';
import { run } from './run.mjs';

/**
 * Where the C headers of Node are on this machine, as a setting for npm, so that nodejieba compiles where nodejs.org
 * cannot be reached. Node-API is the same in all versions, so any Node's headers do. Empty where npm has a setting of
 * its own or no headers are found; node-gyp then downloads them.
 * @returns {Promise<Record<string, string>>}
 */
export async function nodeHeaders() {
  if (process.env.npm_config_nodedir) return {};
  const { command, args } = npmCommand(['config', 'get', 'nodedir']);
  const { code, output } = await run(command, args, { limitSeconds: 30, output: 'kept' });
  const setting = output.trim().split('\n').at(-1) ?? '';
  if (code === 0 && existsSync(join(setting, 'include', 'node', 'node_api.h')))
    return { npm_config_nodedir: setting };
  const node = realpathSync(process.env.npm_node_execpath ?? process.execPath);
  const folders = [dirname(dirname(node)), '/usr/local', '/usr'];
  const found = folders.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
  return found === undefined ? {} : { npm_config_nodedir: found };
}
