import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { injectFaults } from '../../scripts/faults/inject-faults.ts';
import { temporaryFolder } from '../helpers/workspace.ts';

it('keeps all that was acknowledged when the engine is killed at any moment', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lists'));
  const report = await injectFaults(folder, { rounds: 20, seed: 7, tell: () => {} });
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(10);
  expect(Math.min(...Object.values(report.rounds))).toBeGreaterThan(0);
});
