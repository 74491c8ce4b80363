import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder of the workspace: the one asked for, else that of JIANWEN_DATA, else the platform's folder for data
 * (Linux `~/.local/share/jianwen`, macOS `~/Library/Application Support/jianwen`, Windows `%LOCALAPPDATA%\jianwen\Data`).
 */
export function dataFolder(asked: string | undefined, environment: NodeJS.ProcessEnv): string {
  const named = asked ?? (environment.JIANWEN_DATA || undefined);
  return named === undefined ? envPaths('jianwen', { suffix: '' }).data : resolve(named);
}
