import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The command as it is built. */
const MAIN = fileURLToPath(new URL('../../dist/node/cli.mjs', import.meta.url));
const LIMIT = 60_000;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command is started: program, script, and an environment in Chinese without a workspace. */
export function commandLine(): { program: readonly [string, string]; environment: NodeJS.ProcessEnv } {
  const environment = { ...process.env, LC_ALL: 'zh_CN.UTF-8', JIANWEN_DATA: '/nonexistent/jianwen' };
  return { program: [process.execPath, MAIN], environment };
}

/** Runs the command as a process of its own, in Chinese, with this standard input. */
export function runCli(
  args: readonly string[],
  input: string | Uint8Array = '',
  environment: Record<string, string> = {},
): Promise<Run> {
  const { program, environment: usual } = commandLine();
  const child = spawn(program[0], [program[1], ...args], {
    env: { ...usual, ...environment },
    timeout: LIMIT,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
