import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepBackup, listBackups } from '#classifier/store/keep-backup.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { forgetForGood } from './forget-for-good.ts';
import { JOURNAL } from './journal/journal-files.ts';

it('lets go of the backups also where the journal cannot be written anew, and says so', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '甲地通车', { annotator: '甲' });
  await keepBackup(folder, 'timer', '2026-01-02T03:04:05.678Z');
  writeFileSync(join(folder, JOURNAL), '');
  const doomed = { kind: 'annotator', annotator: '甲' } as const;
  expect(await forgetForGood(workspace, doomed)).toMatchObject({
    ok: false,
    trouble: { place: { file: join(folder, JOURNAL) } },
  });
  expect(listBackups(folder).map(({ kind }) => kind)).toEqual(['forgetting']);
  rmSync(join(folder, JOURNAL));
  expect(await forgetForGood(workspace, doomed)).toMatchObject({ ok: true, value: { labels: 0 } });
});
