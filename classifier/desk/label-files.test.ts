import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import { isInRandomStream } from '#classifier/core/labelling-order.ts';
import { modelState } from '#classifier/core/model.ts';
import { FORMAT_EXTENSIONS } from '#classifier/interchange/data-sets/formats.ts';
import { putWork, workOf } from '#classifier/store/desk-work.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { putSetting } from '#classifier/store/editors.ts';
import { putLabel } from '#classifier/store/labelling.ts';
import { settleAll, standingIn } from '#classifier/store/settling.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { chosenLabels } from './chosen-labels.ts';
import { writeDataSet } from './data-sets.ts';
import { exportLabels, importLabels } from './label-files.ts';

const YES: Label = { sensational: true, implausible: true };
const SHOWN = { seconds: 2.5, score: 0.81, band: 'flag', model: 'workspace@12.3' } as const;

interface Given {
  readonly annotator: string;
  readonly text: string;
  readonly label: Label;
  readonly isRuling?: boolean;
}

function give(workspace: Workspace, { text, ...given }: Given, minute: number): void {
  putSetting(workspace.db, 'annotator', given.annotator);
  settleAll(workspace.db);
  const labelledAt = new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
  const digest = headlineDigest(text);
  const whole = { ...given, digest, text, labelledAt, note: null, extra: null, shown: SHOWN };
  putLabel(workspace, { ...whole, origin: 'desk' }, null);
}

function work(workspace: Workspace, text: string, field: 'disposition' | 'note', value: string): void {
  const by = { annotator: '王', madeAt: workspace.now() };
  putWork(workspace.db, { field, value, digest: headlineDigest(text), text, ...by }, null);
}

async function exported(workspace: Workspace, path: string): Promise<string> {
  const written = await exportLabels(workspace, path);
  if (!written.ok) throw new Error(written.trouble.sentence.en);
  return readFileSync(path, 'utf8');
}

describe('label files', () => {
  it('carry every editor’s label, rulings and desk work to another desk, and the same file comes out there', async () => {
    const [here, there] = [testWorkspace(), testWorkspace()];
    const file = join(temporaryFolder(), 'labels.jsonl');
    give(here, { annotator: '王', text: '恐龙宠物', label: YES }, 1);
    give(here, { annotator: '李', text: '恐龙宠物', label: CREDIBLE }, 2);
    give(here, { annotator: '王', text: '村民发布桥', label: YES }, 3);
    give(here, { annotator: '李', text: '村民发布桥', label: CREDIBLE }, 4);
    give(here, { annotator: '赵', text: '村民发布桥', label: CREDIBLE, isRuling: true }, 5);
    give(here, { annotator: '', text: '桥', label: CREDIBLE }, 6);
    work(here, '恐龙宠物', 'disposition', 'checking');
    work(here, '恐龙宠物', 'note', '问县里');
    const text = await exported(here, file);
    expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({
      annotator: '李',
      labelledAt: '2026-01-01T09:02:00.000Z',
      ...SHOWN,
      disposition: 'checking',
      note: '问县里',
    });
    expect(await importLabels(there, file)).toMatchObject({ ok: true, value: { added: 6, troubles: [] } });
    expect(modelState(there.model)).toEqual(modelState(here.model));
    expect(standingIn(there.db, headlineDigest('恐龙宠物')).isContested).toBe(true);
    expect(standingIn(there.db, headlineDigest('村民发布桥'))).toMatchObject({ ruling: { annotator: '赵' } });
    expect(await exported(there, file)).toBe(text);
    expect(await importLabels(there, file)).toMatchObject({ ok: true, value: { added: 0, known: 6 } });
    expect(await exported(there, file)).toBe(text);
  });

  it.each(['jianwen', 'csv', 'xlsx', 'doccano-csv'] as const)(
    'that nobody signed are known again where they come from, as %s',
    async (format) => {
      const workspace = testWorkspace();
      const path = join(temporaryFolder(), `labels${FORMAT_EXTENSIONS[format]}`);
      give(workspace, { annotator: '', text: '恐龙宠物', label: YES }, 1);
      give(workspace, { annotator: '王', text: '村民发布桥', label: CREDIBLE }, 2);
      expect(await writeDataSet(workspace, path, { format })).toMatchObject({ ok: true });
      expect(await importLabels(workspace, path)).toMatchObject({
        ok: true,
        value: { added: 0, known: 2, troubles: [] },
      });
      expect(chosenLabels(workspace, {}).map(({ annotator }) => annotator)).toEqual(['', '王']);
    },
  );

  it('come in whole or not at all, with the desk work that they say', async () => {
    const folder = temporaryFolder();
    const workspace = testWorkspace(folder);
    const before = modelState(workspace.model);
    const file = join(folder, 'labels.jsonl');
    const record = { text: '蜀道奇观云上看', sensational: true, implausible: false, note: '问县里' };
    writeFileSync(file, JSON.stringify(record));
    workspace.db.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON desk_event BEGIN SELECT RAISE(ABORT, 'no room'); END;`,
    );
    await expect(importLabels(workspace, file)).rejects.toThrow('no room');
    expect(chosenLabels(workspace, {})).toEqual([]);
    expect(modelState(workspace.model)).toEqual(before);
    workspace.db.exec('DROP TRIGGER broken');
    expect(await importLabels(workspace, file)).toMatchObject({ value: { added: 1 } });
    expect(chosenLabels(workspace, {})).toMatchObject([{ note: '问县里' }]);
  });

  it('do not change what this desk has noted, and lose nothing that another program says', async () => {
    const workspace = testWorkspace();
    const file = join(temporaryFolder(), 'labels.jsonl');
    work(workspace, '恐龙宠物', 'disposition', 'usable');
    const line =
      '{"text":"恐龙宠物","sensational":true,"implausible":false,"annotator":"李","labelledAt":"2026-01-01T09:00:00.000Z","score":0.5,"disposition":"rejected","page":3}';
    writeFileSync(file, `${line}\n`);
    await importLabels(workspace, file);
    expect(workOf(workspace.db, headlineDigest('恐龙宠物')).disposition).toBe('usable');
    expect(JSON.parse(await exported(workspace, file))).toMatchObject({
      score: 0.5,
      page: 3,
      disposition: 'usable',
    });
  });
});

describe('data sets', () => {
  it('keep clusters on one side of a split, choose as they are asked, and bring their datasheet', async () => {
    const workspace = testWorkspace();
    const folder = temporaryFolder();
    for (let at = 0; at < 30; at += 1) {
      const text = `村民第${at}次在山里发现了会说话的恐龙宠物蛋`;
      give(workspace, { annotator: '王', text, label: at % 2 ? YES : CREDIBLE }, at);
    }
    give(workspace, { annotator: '王', text: '市政府公布新规三月起施行', label: CREDIBLE }, 40);
    give(workspace, { annotator: '赵', text: '市政府公布新规三月起施行', label: YES, isRuling: true }, 41);
    const path = join(folder, 'set.jsonl');
    const written = await writeDataSet(workspace, path, { format: 'huggingface', split: 0.5 });
    expect(written).toMatchObject({ ok: true, value: { labels: 32 } });
    const clustersOf = (name: string) =>
      new Set(
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).cluster),
      );
    const [train, test] = [clustersOf('set.train.jsonl'), clustersOf('set.test.jsonl')];
    expect([...train].filter((cluster) => test.has(cluster))).toEqual([]);
    expect(train.size + test.size).toBeGreaterThan(1);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(
      /^---\nlanguage:[\s\S]*split: test[\s\S]*set\.test\.jsonl/,
    );
    expect(await writeDataSet(workspace, path, { format: 'huggingface' })).toMatchObject({
      value: { files: [path, join(folder, 'README.md')] },
    });
    const rulings = chosenLabels(workspace, { only: 'adjudicated' });
    expect(rulings).toMatchObject([{ annotator: '赵', ruling: true }]);
    expect(
      chosenLabels(workspace, { only: 'random' }).every(({ digest = '' }) => isInRandomStream(digest)),
    ).toBe(true);
    expect(chosenLabels(workspace, { from: '2026-01-02' })).toEqual([]);
    expect(chosenLabels(workspace, { from: '2026-01-01', to: '2026-01-01' })).toHaveLength(32);
    expect(
      chosenLabels(workspace, { digests: new Set([headlineDigest('市政府公布新规三月起施行')]) }),
    ).toHaveLength(2);
    expect(await writeDataSet(workspace, path, { format: 'csv', from: '2030-01-01' })).toMatchObject({
      ok: false,
    });
  });

  it.each(['huggingface', 'parquet'] as const)(
    'leave the README.md of somebody else, as %s',
    async (format) => {
      const workspace = testWorkspace();
      const folder = temporaryFolder();
      const readme = join(folder, 'README.md');
      writeFileSync(readme, '# 我的项目\n');
      give(workspace, { annotator: '王', text: '恐龙宠物', label: YES }, 1);
      const path = join(folder, `set${FORMAT_EXTENSIONS[format]}`);
      const card = join(folder, 'set.README.md');
      expect(await writeDataSet(workspace, path, { format })).toMatchObject({
        value: { files: [path, card] },
      });
      expect(readFileSync(readme, 'utf8')).toBe('# 我的项目\n');
      expect(readFileSync(card, 'utf8')).toContain('# 数据说明 Datasheet');
    },
  );
});
