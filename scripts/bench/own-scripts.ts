import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { hasDisplay } from '../setup/display.mjs';
import { endTree } from '../setup/end-tree.mjs';
import type { Finding } from './figure.ts';

const LIMIT_MS = 15 * 60_000;
const ABSENCE = z.object({ what: z.string(), why: z.string() });
const FIGURE = z.object({
  what: z.string(),
  unit: z.enum(['s', 'ms', 'µs', 'MB', '/s', 'times', '%']),
  values: z.array(z.number()).min(1),
  goal: z.union([z.object({ atMost: z.number() }), z.object({ atLeast: z.number() })]).optional(),
});

/**
 * Runs a script beside this one that measures something of its own and prints a finding a line as JSON; other lines are
 * passed over. What it says on standard error goes to the terminal. It is ended after a quarter of an hour.
 * A window is given a virtual screen where there is none.
 */
export async function figuresOf(
  script: string,
  args: readonly string[],
  { window }: { readonly window: boolean },
): Promise<Finding[]> {
  const file = join(import.meta.dirname, script);
  const what = basename(script, '.ts');
  if (!existsSync(file)) return [{ what, why: 'not yet' }];
  const { code, output } = await (window && !hasDisplay()
    ? collected('xvfb-run', ['--auto-servernum', process.execPath, file, '--json', ...args])
    : collected(process.execPath, [file, '--json', ...args]));
  const figures = output.split('\n').flatMap((line): Finding[] => {
    const found = parsedOrNull(line);
    const absence = ABSENCE.safeParse(found).data;
    if (absence !== undefined) return [absence];
    const figure = FIGURE.safeParse(found).data;
    if (figure === undefined) return [];
    const { goal, ...rest } = figure;
    return [goal === undefined ? rest : { ...rest, goal }];
  });
  return code === 0 ? figures : [...figures, { what, why: `its script ended with ${code}` }];
}

function collected(program: string, args: readonly string[]): Promise<{ code: unknown; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const limit = setTimeout(() => endTree(child.pid), LIMIT_MS);
    child.once('error', (error) => resolve({ code: error.message, output }));
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code: code ?? signal, output });
    });
  });
}

function parsedOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
