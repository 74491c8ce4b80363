import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';

const MODULE = JSON.stringify(join(import.meta.dirname, 'run.mjs'));
/** Runs a program that says its own process id and then waits. */
const SCRIPT = `import { run } from ${MODULE};
  const waits = 'console.log(process.pid); setInterval(() => undefined, 1000)';
  await run(process.execPath, ['-e', waits], { limitSeconds: 60, output: 'stdout' });`;

describe.runIf(process.platform !== 'win32')('what is run', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with its script on %s',
    { timeout: 8_000 },
    async (signal) => {
      const script = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT]);
      const [pid] = await once(createInterface({ input: script.stdout }), 'line');
      // The pipe of their output is open as long as one of the two is there.
      const bothGone = once(script, 'close');
      onTestFinished(() => endProcess(Number(pid)));
      script.kill(signal);
      expect(await bothGone).toEqual([130, null]);
    },
  );
});

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended, as it should.
  }
}
