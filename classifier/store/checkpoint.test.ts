import { expect, it } from 'vitest';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { checkpoint, openCheckpointer, setCheckpoints } from './checkpoint.ts';
import { openReader } from './open-database.ts';

function logOf(db: ReturnType<typeof openCheckpointer>): unknown {
  return db.pragma('wal_checkpoint(NOOP)');
}

it('moves what was committed once it is enough, on a connection beside the writer', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  workspace.db.pragma('wal_checkpoint(TRUNCATE)');
  setCheckpoints(workspace.db, 'another');
  const beside = openCheckpointer(folder);
  giveLabel(workspace, '桥塌了');
  const [{ log }] = logOf(beside) as [{ log: number }];
  expect(log).toBeGreaterThan(1);
  expect(checkpoint(beside, log + 1)).toBe(false);
  expect(logOf(beside)).toEqual([{ busy: 0, log, checkpointed: 0 }]);
  expect(checkpoint(beside, log)).toBe(true);
  expect(logOf(beside)).toEqual([{ busy: 0, log, checkpointed: log }]);
  beside.close();
});

it('leaves the log to the writer while nobody else does it', () => {
  const { db } = testWorkspace();
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
  setCheckpoints(db, 'another');
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  setCheckpoints(db, 'commits');
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
});

it('lets a log that has grown too long begin anew with the next commit, whoever reads', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const beside = openCheckpointer(folder);
  giveLabel(workspace, '桥塌了');
  const [{ log }] = logOf(beside) as [{ log: number }];
  checkpoint(beside, 1, log);
  giveLabel(workspace, '恐龙宠物');
  const [after] = logOf(beside) as [{ log: number }];
  expect(after.log).toBeLessThan(log);
  beside.close();
});

it('leaves a log that is too long for later where somebody reads it', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const beside = openCheckpointer(folder);
  const reader = openReader(folder);
  giveLabel(workspace, '桥塌了');
  reader.exec('BEGIN; SELECT count(*) FROM label_event');
  giveLabel(workspace, '恐龙宠物');
  const [{ log }] = logOf(beside) as [{ log: number }];
  expect(checkpoint(beside, 1, log)).toBe(true);
  giveLabel(workspace, '老井喷出牛奶');
  expect((logOf(beside) as [{ log: number }])[0].log).toBeGreaterThan(log);
  reader.exec('COMMIT');
  checkpoint(beside, 1, log);
  giveLabel(workspace, '蜀道奇观');
  expect((logOf(beside) as [{ log: number }])[0].log).toBeLessThan(log);
  beside.close();
  reader.close();
});
