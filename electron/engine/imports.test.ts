import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Trouble } from '#classifier/core/trouble.ts';
import { stageFeed } from '#classifier/store/staged-feed.ts';
import { closeWorkspace, type Workspace } from '#classifier/store/workspace.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { createImports } from './imports/import-client.ts';
import type { ImportSource } from './imports/protocol.ts';

const LEFT = 5;
const LIST: ImportSource = { kind: 'text', name: '晨报', text: '甲地桥塌了\n乙地通车', choices: {} };

/** A workspace in which imports were interrupted. */
function interrupted(): Workspace {
  const workspace = testWorkspace();
  for (let at = 0; at < LEFT; at += 1)
    stageFeed(workspace.db, { name: `旧${at}`, importedAt: workspace.now(), headlines: 1 });
  return workspace;
}

function start(workspace: Workspace) {
  const troubles: Trouble[] = [];
  const imports = createImports({
    workspace,
    folder: '',
    resources: { labels: '', rules: '' },
    onProgress: () => undefined,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  return { imports, troubles };
}

const countLeft = ({ db }: Workspace) =>
  db.prepare('SELECT count(*) FROM feed WHERE staged = 1').pluck().get();

it('tells why what was left behind cannot be removed, imports all the same, and removes it after the next import', async () => {
  const workspace = interrupted();
  workspace.db.exec(`CREATE TEMP TRIGGER full BEFORE DELETE ON feed BEGIN SELECT RAISE(ABORT, 'full'); END`);
  const { imports, troubles } = start(workspace);
  expect(troubles).toMatchObject([{ code: 'store-failed' }]);
  workspace.db.exec('DROP TRIGGER full');
  expect(await imports.open(LIST)).toMatchObject({ ok: true, value: { taken: 2 } });
  expect(await imports.open(LIST)).toMatchObject({ ok: true, value: { known: true } });
  expect(countLeft(workspace)).toBe(0);
  expect(troubles).toHaveLength(1);
});

it('removes nothing more once it is stopped, so that the workspace can be closed', async () => {
  const workspace = interrupted();
  const { imports, troubles } = start(workspace);
  const waiting = imports.open(LIST);
  await imports.stop();
  expect(await waiting).toMatchObject({ ok: false, trouble: { code: 'cancelled' } });
  expect(countLeft(workspace)).toBeGreaterThan(0);
  closeWorkspace(workspace);
  for (let turn = 0; turn < 2 * LEFT; turn += 1) await setImmediate();
  expect(await imports.open(LIST)).toMatchObject({ ok: false, trouble: { code: 'cancelled' } });
  expect(troubles).toEqual([]);
});
