import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './setup/run.mjs';
import { type Counts, sum } from './test/counts.ts';
import { type Step, startOf, testSteps } from './test/steps.ts';

/** `npm test`, and with `--quick` `npm run check`: every step, its time, and the sum as the very last line. */

const root = dirname(import.meta.dirname);

async function runSteps(steps: readonly Step[]): Promise<Counts> {
  const results = new Map<string, Counts>();
  const summary: string[] = [];
  for (const step of steps) {
    const needed = step.after === undefined ? undefined : results.get(step.after);
    if (needed !== undefined && needed.failed > 0) {
      summary.push(`not run  ${step.name}, because ${step.after} failed`);
      continue;
    }
    console.log(`\n--- ${step.name}`);
    const { counts, line } = await runStep(step);
    results.set(step.name, counts);
    summary.push(line);
    console.log(line);
  }
  console.log(`\n${summary.join('\n')}\n`);
  return sum([...results.values()]);
}

async function runStep(step: Step): Promise<{ readonly counts: Counts; readonly line: string }> {
  const start = Date.now();
  const [command, args] = startOf(step);
  const { code, timedOut } = await run(command, args, {
    cwd: root,
    env: { ...process.env, ...step.env },
    limitSeconds: step.limitSeconds,
    output: 'stdout',
  });
  const counts = step.count(code === 0);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const verdict = counts.failed === 0 ? 'passed  ' : 'FAILED  ';
  const limit = timedOut ? `, stopped after its limit of ${step.limitSeconds} s` : '';
  return {
    counts,
    line: `${verdict} ${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s${limit}`,
  };
}

const scratch = mkdtempSync(join(tmpdir(), 'jianwen-test-'));
try {
  const quick = process.argv.includes('--quick');
  const { passed, failed } = await runSteps(testSteps(root, scratch, { quick }));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
