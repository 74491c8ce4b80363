import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { BACKUPS } from '#classifier/store/backup.ts';
import { listBackups } from '#classifier/store/keep-backup.ts';
import { startBackupTimer } from '../../electron/engine/backups/backup-timer.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../helpers/workspace.ts';

it('backs up by the clock when something changed, and not else', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const workspace = testWorkspace(folder, { ...testTools(), now });
  const troubles: unknown[] = [];
  const timer = startBackupTimer({
    workspace,
    folder,
    onTrouble: (trouble) => troubles.push(trouble),
    times: { first: 5, every: 5, apart: 60 * 60_000 },
  });
  onTestFinished(() => timer.stop());
  const backups = () => listBackups(folder).length;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1_500));
  await vi.waitUntil(() => backups() === 1, 20_000);
  minute = 120;
  await pause();
  expect(backups()).toBe(1);
  giveLabel(workspace, '老井喷出牛奶');
  await vi.waitUntil(() => backups() === 2, 20_000);
  giveLabel(workspace, '恐龙宠物');
  minute = 150;
  await pause();
  expect(backups()).toBe(2);
  minute = 190;
  await vi.waitUntil(() => backups() === 3, { timeout: 20_000, interval: 1 });
  expect(troubles).toEqual([]);

  // The clock is set back by ten hours: what changes is backed up all the same, and only once.
  minute = -600;
  await pause();
  expect(backups()).toBe(3);
  giveLabel(workspace, '蜀道奇观');
  await vi.waitUntil(() => backups() === 4, 20_000);
  const names = listBackups(folder).map(({ name }) => name);
  minute = -500;
  await pause();
  expect(listBackups(folder).map(({ name }) => name)).toEqual(names);
});

it('tells once that no backup can be made, and makes one when it can', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  writeFileSync(join(folder, BACKUPS), 'a file where the folder should be');
  const troubles: string[] = [];
  const timer = startBackupTimer({
    workspace,
    folder,
    onTrouble: ({ code }) => troubles.push(code),
    times: { first: 5, every: 5, apart: 60 * 60_000 },
  });
  onTestFinished(() => timer.stop());
  await vi.waitUntil(() => troubles.length > 0, 20_000);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(troubles).toEqual(['store-unwritable']);
  giveLabel(workspace, '老井喷出牛奶');
  rmSync(join(folder, BACKUPS));
  await vi.waitUntil(() => listBackups(folder).length === 1, 20_000);
  expect(troubles).toEqual(['store-unwritable']);
});
