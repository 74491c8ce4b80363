import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { DATABASE_NAME } from './database-name.ts';
import { eventsBetween } from './label-events.ts';
import { openWorkspace } from './open-workspace.ts';
import { salvageLabels } from './salvage-labels.ts';
import { undoStep } from './undoing.ts';

const PAGE = 4096;

/** A closed workspace of many labels, with long texts, notes and undone steps, and the events of its log. */
function manyLabels() {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  workspace.db.transaction(() => {
    for (let at = 0; at < 400; at += 1) {
      const text = at % 50 === 0 ? `第${at}号：${'很长的标题'.repeat(900)}` : `第${at}号：老井喷出牛奶`;
      const shown = { seconds: at / 7, score: 0.25, band: 'check', model: 'workspace@1.1' } as const;
      giveLabel(workspace, text, {
        annotator: at % 3 === 0 ? '甲' : '乙',
        note: at % 9 === 0 ? '备注🦖' : null,
        shown,
      });
    }
  })();
  for (let at = 0; at < 5; at += 1) undoStep(workspace, crypto.randomUUID());
  const events = eventsBetween(workspace.db, 0, 1e9);
  const file = join(folder, DATABASE_NAME);
  return { folder, workspace, events, file };
}

function spoil(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

it('reads the whole log of a sound database, from file and write-ahead log, closed or not', () => {
  const { workspace, events, file } = manyLabels();
  expect(salvageLabels(file)).toEqual({ ok: true, value: { events, lost: 0 } });
  workspace.db.close();
  expect(salvageLabels(file)).toEqual({ ok: true, value: { events, lost: 0 } });
});

it('reads everything where the header is gone and SQLite reads nothing', () => {
  const { folder, workspace, events, file } = manyLabels();
  workspace.db.close();
  spoil(file, 0, 100);
  expect(openWorkspace(folder, testTools())).toMatchObject({ trouble: { code: 'store-damaged' } });
  expect(salvageLabels(file)).toEqual({ ok: true, value: { events, lost: 0 } });
});

it('loses no more than the pages that are damaged', () => {
  const { workspace, events, file } = manyLabels();
  workspace.db.close();
  const pages = readFileSync(file).length / PAGE;
  const byId = new Map(events.map((event) => [event.id, event]));
  let least = events.length;
  for (let page = 1; page < pages; page += Math.ceil(pages / 40)) {
    const sound = readFileSync(file);
    spoil(file, page * PAGE, PAGE);
    const salvaged = salvageLabels(file);
    if (!salvaged.ok) throw new Error(salvaged.trouble.sentence.en);
    for (const event of salvaged.value.events) expect(event).toEqual(byId.get(event.id));
    least = Math.min(least, salvaged.value.events.length);
    writeFileSync(file, sound);
  }
  expect(least).toBeGreaterThan(events.length - 60);
  expect(least).toBeLessThan(events.length);
});

it('reads what was committed to the log only, whatever stands behind it', () => {
  const { workspace, events, file } = manyLabels();
  const log = readFileSync(`${file}-wal`);
  workspace.db.close();
  rmSync(`${file}-shm`, { force: true });
  writeFileSync(`${file}-wal`, Buffer.concat([log, log.subarray(0, 5000)]));
  spoil(file, 0, PAGE * 3);
  const salvaged = salvageLabels(file);
  expect(salvaged.ok && salvaged.value.events).toEqual(events);
});

it('says that a file is missing, and finds nothing in a file of another kind', () => {
  const folder = temporaryFolder();
  expect(salvageLabels(join(folder, 'nothing.db'))).toMatchObject({ ok: false });
  writeFileSync(join(folder, 'text.db'), '不是数据库'.repeat(5000));
  expect(salvageLabels(join(folder, 'text.db'))).toEqual({ ok: true, value: { events: [], lost: 0 } });
});
