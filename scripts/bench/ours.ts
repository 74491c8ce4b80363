import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure.ts';

/** The built command `jianwen score`, as whoever has installed it starts it. */
export interface Ours {
  readonly hasThreads: boolean;
  score(input: string, output: string, options?: readonly string[]): Command;
}

/**
 * Our own command on the pinned Node, with the model that it ships. A workspace of this account is not looked at.
 * @throws Error when the command does not start.
 */
export function oursIn(root: string, folder: string): Ours {
  const bin = join(root, 'classifier/cli/bin.mjs');
  const data = join(folder, 'no-workspace');
  mkdirSync(data, { recursive: true });
  const help = spawnSync(process.execPath, [bin, 'score', '--help'], { encoding: 'utf8' });
  if (help.status !== 0) throw new Error(`jianwen does not start: ${help.stderr}`);
  return {
    hasThreads: help.stdout.includes('--threads'),
    score: (input, output, options = []) => ({
      program: process.execPath,
      args: [bin, 'score', input, '--model', 'starter', '--data', data, ...options],
      output,
    }),
  };
}
