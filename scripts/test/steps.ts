import { join } from 'node:path';
import { hasDisplay } from '../setup/display.mjs';
import { type Counts, oneCheck, playwrightCounts, vitestCounts } from './counts.ts';

/** One step of the tests: a program of node_modules/.bin or of this project, run by the pinned Node. */
export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly limitSeconds: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Only run when the step of this name was passed. */
  readonly after?: string;
  readonly count: (ok: boolean) => Counts;
}

/**
 * The steps in their order. The package comes before the tests, which may start what it holds.
 * @param scratch A folder for the reports of the test runners.
 */
export function testSteps(
  root: string,
  scratch: string,
  { quick }: { readonly quick: boolean },
): readonly Step[] {
  const steps = [format(root), lint(root), types(root)];
  return quick
    ? [...steps, build(root), unit(root, scratch)]
    : [...steps, pack(root), unit(root, scratch), e2e(root, scratch)];
}

function format(root: string): Step {
  const command = [program(root, '@biomejs/biome/bin/biome'), 'format', '.'];
  return { name: 'format', command, limitSeconds: 120, count: oneCheck };
}

function lint(root: string): Step {
  const command = [
    program(root, '@biomejs/biome/bin/biome'),
    'check',
    '--formatter-enabled=false',
    '--error-on-warnings',
    '.',
  ];
  return { name: 'lint', command, limitSeconds: 180, count: oneCheck };
}

function types(root: string): Step {
  const command = [program(root, 'typescript/bin/tsc'), '--build'];
  return { name: 'types', command, limitSeconds: 300, count: oneCheck };
}

function build(root: string): Step {
  return { name: 'build', command: [join(root, 'scripts/build.ts')], limitSeconds: 300, count: oneCheck };
}

function pack(root: string): Step {
  const command = [join(root, 'electron/packaging/package.ts'), '--for-tests'];
  return { name: 'package', command, limitSeconds: 600, count: oneCheck };
}

function unit(root: string, scratch: string): Step {
  const report = join(scratch, 'vitest.json');
  const command = [
    program(root, 'vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return {
    name: 'unit and integration',
    command,
    limitSeconds: 1_200,
    count: (ok) => vitestCounts(report, ok),
  };
}

function e2e(root: string, scratch: string): Step {
  const report = join(scratch, 'playwright.json');
  return {
    name: 'end to end',
    command: [program(root, '@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    limitSeconds: 1_800,
    after: 'package',
    count: (ok) => playwrightCounts(report, ok),
  };
}

/** How to start a step: with a virtual display around it where there is none. */
export function startOf(step: Step): readonly [string, readonly string[]] {
  if (step.name !== 'end to end' || hasDisplay()) return [process.execPath, step.command];
  const screen = ['--auto-servernum', '--server-args=-screen 0 1440x900x24'];
  return ['xvfb-run', [...screen, process.execPath, ...step.command]];
}

function program(root: string, file: string): string {
  return join(root, 'node_modules', file);
}
