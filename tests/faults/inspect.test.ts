import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followLog } from '#classifier/desk/journal/journal.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { putLabel } from '#classifier/store/labelling.ts';
import { markForgetting } from '#classifier/store/pending-forgetting.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { faultsIn } from '../../scripts/faults/inspect.ts';
import { emptyLedger } from '../../scripts/faults/ledger.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../helpers/workspace.ts';

const TEXT = '村民发现恐龙蛋';
const REQUEST = 'a-request';

function labelled(): { readonly folder: string; readonly workspace: Workspace } {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const given = {
    digest: headlineDigest(TEXT),
    text: TEXT,
    label: { sensational: true, implausible: true },
    note: null,
    origin: 'desk',
    annotator: '',
    labelledAt: workspace.now(),
    extra: null,
  } as const;
  putLabel(workspace, given, REQUEST);
  followLog(workspace);
  return { folder, workspace };
}

function look(
  folder: string,
  workspace: Workspace,
  over: Partial<ReturnType<typeof emptyLedger>> = {},
): string[] {
  const scratch = join(temporaryFolder(), 'copy');
  mkdirSync(scratch);
  return faultsIn(folder, scratch, workspace.reader, {
    ...emptyLedger(),
    labels: new Set([REQUEST]),
    ...over,
  });
}

describe('faultsIn', () => {
  it('finds nothing wrong with a workspace that is whole', () => {
    const { folder, workspace } = labelled();
    expect(look(folder, workspace)).toEqual([]);
  });

  it('misses a label, a decision and a feed that were acknowledged and are not there', () => {
    const { folder, workspace } = labelled();
    const lost = {
      labels: new Set(['lost']),
      turns: new Set(['gone']),
      feeds: new Map([[9, 5]]),
      lists: new Set(['a.txt']),
      labelFiles: new Map([['b.jsonl', { labels: 2, isDone: true }]]),
    };
    expect(look(folder, workspace, lost)).toEqual([
      'label_event has lost lost',
      'step_request has lost gone',
      'feed 9 is gone or was cut',
      'the list a.txt is gone',
      'of the label file b.jsonl there are 0 and 0',
    ]);
  });

  it('sees half of a label file, and none of one that was cut off before it began', () => {
    const { folder, workspace } = labelled();
    const isDone = false;
    const files = {
      labelFiles: new Map([
        ['', { labels: 2, isDone }],
        ['none', { labels: 2, isDone }],
      ]),
    };
    expect(look(folder, workspace, files)).toEqual(['of the label file  there are 1 and 0']);
  });

  it('sees what was deleted and is there, and what of it stands in a file', () => {
    const { folder, workspace } = labelled();
    giveLabel(workspace, TEXT, { annotator: '机密1' });
    followLog(workspace);
    writeFileSync(join(folder, 'left.txt'), '机密2');
    const forgotten = new Map([
      ['机密1', true],
      ['机密2', false],
    ]);
    const found = look(folder, workspace, { forgotten });
    expect(found[0]).toBe('机密1 was deleted and is there again');
    expect(found).toHaveLength(2);
    expect(found[1]).toMatch(/^机密2 was deleted and stands in .*left\.txt$/);
    expect(look(folder, workspace, { forgotten: new Map([['机密1', false]]) })).toEqual([]);
    markForgetting(workspace.db, []);
    expect(look(folder, workspace, { forgotten: new Map([['机密2', false]]) })).toEqual([]);
  });

  it('misses a label that the text journal lacks', () => {
    const { folder, workspace } = labelled();
    rmSync(join(folder, 'journal'), { recursive: true });
    expect(look(folder, workspace)).toEqual([expect.stringMatching(/^the journal has no entry \d+$/)]);
  });

  it('sees counts that the log does not give', () => {
    const { folder, workspace } = labelled();
    workspace.db.exec(
      'UPDATE gram_count SET sensational_yes = sensational_yes + 1 WHERE rowid = (SELECT max(rowid) FROM gram_count)',
    );
    expect(look(folder, workspace)).toEqual(['the counts are not those of a rebuild']);
  });
});
