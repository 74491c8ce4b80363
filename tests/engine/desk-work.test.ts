import { describe, expect, it } from 'vitest';
import type { WorkChange } from '#contract/desk-channels.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, startEngine, valueOf } from './start-engine.ts';

const DAY = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', day: '2026-02-01' } as const;

const today = async (engine: Engine) => valueOf(await engine.request('work.today', DAY));

async function put(engine: Engine, headlineId: number, change: WorkChange): Promise<void> {
  valueOf(await engine.request('work.put', { requestId: crypto.randomUUID(), headlineId, change }));
}

async function paste(engine: Engine, text: string) {
  const { feed } = valueOf(await engine.request('feed.paste', { text }));
  const page = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: feed.id }));
  return page.rows;
}

describe('desk work', { timeout: 60_000 }, () => {
  it('stands by the headline in every list that has it, through a kill, and is undone step by step', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    const rows = await paste(engine, '- 村民发现恐龙\n- 市政府修桥');
    const headline = rows.find(({ text }) => text.includes('恐龙'));
    if (headline === undefined) throw new Error('no row');
    valueOf(await engine.request('editors.choose', { name: ' 王 ' }));
    await put(engine, headline.id, { field: 'disposition', value: 'checking' });
    await put(engine, headline.id, { field: 'assignee', value: '李' });
    await put(engine, headline.id, { field: 'recheck', value: '2026-01-31' });
    await engine.kill();

    const again = await startEngine(folder);
    const copies = await paste(again, '- 村民发现恐龙\n- 县里辟谣');
    const copy = copies.find(({ text }) => text.includes('恐龙'));
    const view = valueOf(await again.request('work.of', { headlineId: copy?.id ?? 0 }));
    expect(view.work).toEqual({
      disposition: 'checking',
      note: null,
      assignee: '李',
      recheck: '2026-01-31',
      flag: null,
      skip: null,
    });
    expect(view).toMatchObject({ last: { field: 'recheck', annotator: '王' }, names: ['李'] });
    const { due, mine, decisions } = await today(again);
    expect(due).toMatchObject([{ text: '村民发现恐龙', place: { headlineId: copy?.id } }]);
    expect(mine).toEqual([]);
    expect(decisions.map(({ kind }) => kind)).toEqual(['recheck', 'assignee', 'disposition']);
    const eventId = view.last?.eventId ?? 0;
    valueOf(await again.request('work.undo', { requestId: crypto.randomUUID(), eventId }));
    const after = await today(again);
    expect(after.due).toEqual([]);
    expect(after.decisions[0]).toMatchObject({ kind: 'recheck', isUndone: true });
    valueOf(await again.request('editors.choose', { name: '李' }));
    expect((await today(again)).mine).toMatchObject([{ text: '村民发现恐龙' }]);
  });

  it('is refused for a headline that is not there', async () => {
    const engine = await startEngine(temporaryFolder());
    expect(await engine.request('work.of', { headlineId: 77 })).toMatchObject({
      ok: false,
      trouble: { code: 'not-found' },
    });
  });
});
