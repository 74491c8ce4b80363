import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Trouble } from '#classifier/core/trouble.ts';
import { stageFeed } from '#classifier/store/staged-feed.ts';
import { closeWorkspace, type Workspace } from '#classifier/store/workspace.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { createImports, type ImportTools } from './imports/import-client.ts';
import type { ImportSource } from './imports/protocol.ts';

const RESOURCES = {
  labels: join(import.meta.dirname, '../../labels'),
  rules: join(import.meta.dirname, '../../classifier/rules/packs'),
};
const LEFT = 5;
/** So many headlines are imported by a thread. */
const LONG = 10_000;
const LIST: ImportSource = { kind: 'text', name: '晨报', text: '甲地桥塌了\n乙地通车', choices: {} };

/** A workspace in which imports were interrupted. */
function interrupted(): Workspace {
  const workspace = testWorkspace();
  for (let at = 0; at < LEFT; at += 1)
    stageFeed(workspace.db, { name: `旧${at}`, importedAt: workspace.now(), headlines: 1 });
  return workspace;
}

function start(workspace: Workspace, onStored: ImportTools['onStored'] = async () => undefined) {
  const troubles: Trouble[] = [];
  const imports = createImports({
    workspace,
    folder: dirname(workspace.file),
    resources: RESOURCES,
    onProgress: () => undefined,
    onStored,
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

it('ends the import of a long list once it can be shown, and tells of none that was there already', async () => {
  const events: string[] = [];
  const { imports } = start(testWorkspace(), async ({ headlines }) => {
    events.push(`stored ${headlines}`);
    await setImmediate();
    events.push('shown');
  });
  const text = Array.from({ length: LONG }, (_, at) => `甲地第${at}座大桥今天上午正式通车`).join('\n');
  const open = async () => {
    const outcome = await imports.open({ ...LIST, text });
    events.push(outcome.ok && outcome.value.known ? 'known' : 'imported');
  };
  await open();
  await open();
  expect(events).toEqual([`stored ${LONG}`, 'shown', 'imported', 'known']);
});
