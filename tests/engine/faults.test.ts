import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULT_NAMES, type ThreadPoint } from '../../scripts/faults/fault-points.ts';
import { fewResources } from '../../scripts/faults/few-resources.ts';
import { injectFaults } from '../../scripts/faults/inject-faults.ts';
import { emptyLedger } from '../../scripts/faults/ledger.ts';
import { threadRound } from '../../scripts/faults/thread-round.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { startEngine, valueOf } from './start-engine.ts';

it('keeps all that was acknowledged when engine, main, a command or a thread is ended at any moment', {
  timeout: 400_000,
}, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lists'));
  const { points, faults } = await injectFaults(folder, { rounds: 20, seed: 7, app: null, tell: () => {} });
  expect(faults).toEqual([]);
  // The window is killed in tests/e2e/crash.spec.ts.
  expect([...points.keys()]).toEqual(FAULT_NAMES.filter((point) => point !== 'app'));
  const sum = [...points.values()].reduce((all, { acknowledged }) => all + acknowledged, 0);
  // What the rounds must have acknowledged before their time begins to run is more than that, however slow the machine is.
  expect(sum).toBeGreaterThan(60);
});

/** The list thread loads while nobody speaks to it yet, and may end then, too. */
const STOPPED = [
  ['backup-thread', 0.1],
  ['import-thread', 0.1],
  ['list-thread', 0.1],
  ['list-thread', 0],
] as const satisfies readonly (readonly [ThreadPoint, number])[];

it.each(STOPPED)(
  'answers what was asked when the %s is stopped from outside, after a share of %d of its time',
  { timeout: 60_000 },
  async (point, share) => {
    const folder = temporaryFolder();
    const lists = join(folder, 'lists');
    const data = join(folder, 'data');
    mkdirSync(lists);
    const resources = fewResources(join(folder, 'resources'));
    const engine = await startEngine(data);
    const text = Array.from({ length: 50 }, (_, at) => `第${at}条：老井喷出牛奶`).join('\n');
    valueOf(await engine.request('feed.paste', { text }));
    await engine.kill();
    // Below a half it is stopped from outside, and early.
    const early = () => share;
    expect(await threadRound({ data, resources, lists }, point, emptyLedger(), early)).toEqual([]);
  },
);
