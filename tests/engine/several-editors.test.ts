import { describe, expect, it } from 'vitest';
import type { Label } from '#classifier/core/axis.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, startEngine, valueOf } from './start-engine.ts';

const YES: Label = { sensational: true, implausible: true };
const NO: Label = { sensational: false, implausible: false };
const LIST = '- 震惊！村民发现活恐龙\n- 市政府修桥\n- 县里公布雨量';

const id = () => crypto.randomUUID();
const listed = async (engine: Engine, feedId: number) =>
  valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId })).rows;
const sit = async (engine: Engine, name: string) => valueOf(await engine.request('editors.choose', { name }));

async function opened(engine: Engine) {
  const { feed } = valueOf(await engine.request('feed.paste', { text: LIST }));
  const rows = await listed(engine, feed.id);
  const dinosaur = rows.find(({ text }) => text.includes('恐龙'));
  if (dinosaur === undefined) throw new Error('no row');
  return { feedId: feed.id, dinosaur };
}

async function label(engine: Engine, headlineId: number, answer: Label) {
  return valueOf(await engine.request('label.put', { requestId: id(), headlineId, label: answer }));
}

describe('several editors', { timeout: 60_000 }, () => {
  it('label blindly, differ, and are ruled on; all of it is undone', async () => {
    const engine = await startEngine(temporaryFolder());
    const { feedId, dinosaur } = await opened(engine);
    expect(valueOf(await engine.request('editors.about', {}))).toEqual({
      annotator: null,
      names: [],
      oneIn: 10,
    });
    valueOf(await engine.request('editors.share', { oneIn: 1 }));
    await sit(engine, '王');
    const shown = {
      seconds: 3.25,
      score: dinosaur.scores.score,
      band: dinosaur.scores.band,
      model: dinosaur.model,
    };
    const request = { requestId: id(), headlineId: dinosaur.id, label: YES, shown };
    const first = valueOf(await engine.request('label.put', request));
    expect(first.row.label).toEqual(YES);
    const learned = first.row.scores.score;

    expect(await sit(engine, '李')).toMatchObject({ annotator: '李', names: ['王'] });
    const blind = (await listed(engine, feedId)).find((row) => row.id === dinosaur.id);
    expect(blind?.label).toBe(null);
    expect(blind?.scores).toEqual(dinosaur.scores);
    expect(blind?.scores.score).not.toBe(learned);
    const detail = valueOf(await engine.request('headline.evidence', { headlineId: dinosaur.id }));
    expect(detail.headline.scores).toEqual(dinosaur.scores);
    const work = valueOf(await engine.request('work.of', { headlineId: dinosaur.id }));
    expect(work.opinions).toEqual([]);
    const day = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', day: '2026-02-01' };
    const { decisions } = valueOf(await engine.request('work.today', day));
    expect(decisions).toMatchObject([{ kind: 'label', annotator: '王', label: null, seconds: 3.25 }]);
    const unlabelled = { ...EVERYTHING, feedId, labelled: false };
    expect(valueOf(await engine.request('headline.list', unlabelled)).total).toBe(3);
    expect(valueOf(await engine.request('editors.agreement', {})).waiting).toEqual({ mine: 1, others: 0 });

    await label(engine, dinosaur.id, NO);
    expect(valueOf(await engine.request('headline.list', unlabelled)).total).toBe(2);
    const differing = valueOf(await engine.request('editors.agreement', {}));
    expect(differing).toMatchObject({
      contestedInAll: 1,
      contested: [
        { text: dinosaur.text, opinions: [{ annotator: '王', seconds: 3.25 }, { annotator: '李' }] },
      ],
      pairs: [{ one: '李', other: '王', axes: { sensational: { headlines: 1, agreed: 0 } } }],
      waiting: { mine: 0, others: 0 },
    });
    const contested = valueOf(await engine.request('headline.evidence', { headlineId: dinosaur.id }));
    expect(contested.headline.scores).toEqual(dinosaur.scores);

    const digest = differing.contested[0]?.digest ?? '';
    const ruled = valueOf(await engine.request('editors.rule', { requestId: id(), digest, label: YES }));
    expect(ruled).toMatchObject({ contestedInAll: 0, ruled: [{ ruling: { annotator: '李', label: YES } }] });
    const held = (await listed(engine, feedId)).find((row) => row.id === dinosaur.id);
    expect(held).toMatchObject({ label: YES, scores: { score: learned } });
    const eventId = ruled.ruled[0]?.eventId ?? 0;
    const undone = valueOf(await engine.request('editors.undo', { requestId: id(), eventId }));
    expect(undone).toMatchObject({ contestedInAll: 1, ruled: [] });
  });

  it('keep their names and labels apart through a kill', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    const { dinosaur } = await opened(engine);
    await sit(engine, '王');
    await label(engine, dinosaur.id, YES);
    await sit(engine, '李');
    await label(engine, dinosaur.id, YES);
    await engine.kill();
    const again = await startEngine(folder);
    expect(valueOf(await again.request('editors.about', {}))).toMatchObject({
      annotator: '李',
      names: expect.arrayContaining(['王', '李']),
    });
    expect(valueOf(await again.request('editors.agreement', {})).editors).toMatchObject([
      { labels: 1 },
      { labels: 1 },
    ]);
  });
});
