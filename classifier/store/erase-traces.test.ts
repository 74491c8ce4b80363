import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { eraseTraces } from './erase-traces.ts';
import { openReader } from './open-database.ts';

it('says so while another still reads the write-ahead log, and empties it afterwards', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '绝密标题');
  const reader = openReader(folder);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM label_event').get();
  expect(await eraseTraces(folder, 2)).toMatchObject({
    ok: false,
    trouble: { code: 'store-busy', place: { file: workspace.file } },
  });
  const waiting = eraseTraces(folder);
  reader.exec('COMMIT');
  expect(await waiting).toMatchObject({ ok: true });
  expect(statSync(`${workspace.file}-wal`).size).toBe(0);
  reader.close();
});
