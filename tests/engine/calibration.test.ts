import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createCalibration } from '../../electron/engine/versions/calibration.ts';
import { fewResources } from '../../scripts/faults/few-resources.ts';
import { temporaryFolder, testWorkspace } from '../helpers/workspace.ts';

/** Milliseconds that the thread stays here. */
const STAY = 200;

function calibrating() {
  const folder = temporaryFolder();
  testWorkspace(folder);
  const resources = fewResources(join(temporaryFolder(), 'resources'));
  let threads = 0;
  const count = () => {
    threads += 1;
  };
  process.on('worker', count);
  onTestFinished(() => void process.off('worker', count));
  const places = { labels: join(resources, 'labels'), rules: join(resources, 'rules') };
  const calibration = createCalibration({ folder, resources: places }, STAY);
  onTestFinished(() => calibration.stop());
  return { calibration, threads: () => threads };
}

it('calibrates one after another in one thread, and in another where that has left', {
  timeout: 60_000,
}, async () => {
  const { calibration, threads } = calibrating();
  const first = await calibration.run();
  expect(first).toMatchObject({ ok: true });
  expect(await calibration.run()).toEqual(first);
  expect(threads()).toBe(1);
  await pause(3 * STAY);
  expect(await calibration.run()).toEqual(first);
  expect(threads()).toBe(2);
});

it('does one at a time, and gives up what is under way when it is stopped', { timeout: 60_000 }, async () => {
  const { calibration, threads } = calibrating();
  const underWay = calibration.run();
  expect(await calibration.run()).toBeNull();
  await calibration.stop();
  expect(await underWay).toBeNull();
  expect(threads()).toBe(1);
  expect(await calibration.run()).toMatchObject({ ok: true });
});
