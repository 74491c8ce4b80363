import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageApp } from '../electron/packaging/package-app.ts';
import { packagedProgram } from '../electron/packaging/places.ts';
import { buildApp } from './build/build-app.ts';
import { FAULT_POINTS } from './faults/fault-points.ts';
import { injectFaults } from './faults/inject-faults.ts';
import { readOptions } from './faults/options.ts';
import { hasDisplay } from './setup/display.mjs';
import { runScript } from './setup/report.mjs';

const ROOT = dirname(import.meta.dirname);

/**
 * `npm run faults`: ends processes and threads at random moments and looks what is left.
 * The packaged app is among them where there is a display, such as that of `xvfb-run`.
 */
await runScript('faults', async () => {
  const options = readOptions(process.argv.slice(2));
  const isShown = hasDisplay();
  await (isShown ? packageApp(ROOT, { forTests: false }) : buildApp(ROOT));
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-faults-'));
  try {
    mkdirSync(join(folder, 'lists'));
    const { points, faults } = await injectFaults(folder, {
      ...options,
      app: isShown ? packagedProgram(ROOT, 'ship') : null,
      tell: (line) => console.error(line),
    });
    for (const [point, { rounds, acknowledged }] of points)
      console.log(`${point}\t${rounds} times\t${acknowledged} acknowledged\t${FAULT_POINTS[point]}`);
    if (!isShown) console.log('app\tleft out: there is no display; main stands for it');
    const sum = (of: 'rounds' | 'acknowledged') =>
      [...points.values()].reduce((all, one) => all + one[of], 0);
    console.log(`${sum('rounds')} times ended, ${sum('acknowledged')} acknowledged, ${faults.length} faults`);
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
