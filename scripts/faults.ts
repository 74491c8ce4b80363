import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { injectFaults } from './faults/inject-faults.ts';
import { runScript } from './setup/report.mjs';

/** `npm run faults -- [--rounds 500] [--seed 1]`: kills the engine at random moments and looks what is left. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});

await runScript('faults', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-faults-'));
  try {
    mkdirSync(join(folder, 'lists'));
    const { rounds, acknowledged, faults } = await injectFaults(folder, {
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      tell: (line) => console.error(line),
    });
    const points = Object.entries(rounds).map(([point, times]) => `${point} ${times}`);
    console.log(`killed: ${points.join(', ')}; acknowledged ${acknowledged}; faults ${faults.length}`);
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
