import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packagedProgram } from '../electron/packaging/places.ts';
import { FAULT_NAMES, FAULT_POINTS } from './faults/fault-points.ts';
import { injectFaults } from './faults/inject-faults.ts';
import { hasDisplay } from './setup/display.mjs';
import { runScript } from './setup/report.mjs';

/**
 * `npm run faults -- [--rounds 500] [--seed 1] [--point NAME]…`: ends processes and threads at random moments and looks what is left.
 * The packaged app is among them where it was made (`npm run package`) and there is a display.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    point: { type: 'string', multiple: true },
  },
});

const program = packagedProgram(dirname(import.meta.dirname), 'ship');
const missing = existsSync(program) ? (hasDisplay() ? null : 'there is no display') : `${program} is missing`;

await runScript('faults', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-faults-'));
  try {
    mkdirSync(join(folder, 'lists'));
    const { points, faults } = await injectFaults(folder, {
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      app: missing === null ? program : null,
      points: FAULT_NAMES.filter((point) => values.point?.includes(point) ?? true),
      tell: (line) => console.error(line),
    });
    for (const [point, { rounds, acknowledged }] of points)
      console.log(`${point}\t${rounds} times\t${acknowledged} acknowledged\t${FAULT_POINTS[point]}`);
    if (missing !== null) console.log(`app\tleft out: ${missing}; main stands for it`);
    const sum = (of: 'rounds' | 'acknowledged') =>
      [...points.values()].reduce((all, one) => all + one[of], 0);
    console.log(`${sum('rounds')} times ended, ${sum('acknowledged')} acknowledged, ${faults.length} faults`);
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
