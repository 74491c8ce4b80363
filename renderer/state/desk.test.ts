import { describe, expect, it } from 'vitest';
import { CREDIBLE } from '#classifier/core/axis.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { FIRST_PREFERENCES } from '#contract/preferences.ts';
import type { HeadlineView } from '#contract/views.ts';
import type { Api } from '../api.ts';
import { selectedOf } from '../features/queue/queue-state.ts';
import { headlineView } from '../testing/headline-view.ts';
import { createDesk, type Desk } from './desk.ts';

const rows = [1, 2, 3, 4].map((id) => headlineView({ id, text: `标题${id}`, position: id }));
const feed = { id: 1, name: 'a', importedAt: '2026-01-01T00:00:00Z', headlines: 4, labelled: 0 };
const later = () => new Promise((resolve) => setTimeout(resolve, 2));

type Answer = (args: never) => Result<unknown> | Promise<Result<unknown>>;

/** A desk whose engine answers from a table and notes what it was asked. */
function deskWith(answers: Readonly<Record<string, Answer>>) {
  const asked: [string, unknown][] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const usual: Record<string, Answer> = {
    'feed.list': () => done([feed]),
    'view.list': () => done([]),
    'editors.about': () => done({ annotator: '王', names: [], oneIn: 10 }),
    'window.preferences': () => done(FIRST_PREFERENCES),
    'window.prefer': () => done(FIRST_PREFERENCES),
    'workspace.about': () => done({ folder: '/', version: '1', model: 'm@1', deskLabels: 0 }),
    'headline.list': () =>
      done({
        listId: 1,
        from: 0,
        rows,
        places: rows.map(() => ({ feedId: 1, fold: null })),
        total: rows.length,
        found: rows.length,
        whole: rows.length,
        ruleName: null,
        canFold: true,
        keptAt: -1,
      }),
    'label.put': async ({ headlineId, label }: { headlineId: number; label: HeadlineView['label'] }) => {
      await later();
      return done({ eventId: 1, savedAt: '2026-01-01T00:00:00Z', headlineId, others: [], label, rows: [] });
    },
  };
  const api = {
    request: async (channel: string, args: unknown) => {
      asked.push([channel, args]);
      return (answers[channel] ?? usual[channel])?.(args as never);
    },
    on: (name: string, listener: (event: unknown) => void) => {
      listeners.set(name, listener);
      return () => undefined;
    },
  } as unknown as Api;
  const happens = (name: string, event: unknown) => listeners.get(name)?.(event);
  return { desk: createDesk(api), asked, happens };
}

async function settled(desk: Desk): Promise<void> {
  for (let turn = 0; turn < 100 && (!desk.serial.isIdle() || turn < 3); turn++) await later();
}

describe('createDesk', () => {
  it('loses no key of an editor who types faster than labels are saved', async () => {
    const { desk, asked } = deskWith({});
    await desk.start();
    await settled(desk);
    const sensational = { sensational: true, implausible: false };
    desk.label(sensational);
    desk.label(CREDIBLE);
    desk.move(1);
    desk.label(CREDIBLE);
    await settled(desk);
    const labels = asked
      .filter(([channel]) => channel === 'label.put')
      .map(([, args]) => args as { headlineId: number; label: unknown; visible: number[] })
      .map(({ headlineId, label, visible }) => ({ headlineId, label, visible }));
    const visible = [1, 2, 3, 4];
    expect(labels).toEqual([
      { headlineId: 1, label: sensational, visible },
      { headlineId: 2, label: CREDIBLE, visible },
      { headlineId: 4, label: CREDIBLE, visible },
    ]);
    expect(desk.store.get().status.saved).toMatchObject({ kind: 'label', text: '标题4', count: 1 });
  });

  it('does not label the wrong headline after a label that was not saved', async () => {
    const full = trouble('store-unwritable', '磁盘满', 'disk full');
    const { desk, asked } = deskWith({
      'label.put': async () => {
        await later();
        return failed(full);
      },
    });
    await desk.start();
    await settled(desk);
    desk.label(CREDIBLE);
    desk.label(CREDIBLE);
    await settled(desk);
    const { queue, status } = desk.store.get();
    expect(asked.filter(([channel]) => channel === 'label.put')).toHaveLength(1);
    expect(selectedOf(queue)?.id).toBe(1);
    expect(status.saved).toBeNull();
    expect(status.notices.map(({ message }) => message.kind)).toEqual(['trouble', 'dropped']);
  });

  it('fetches only the last of several lists, and labels nothing that was not seen', async () => {
    const { desk, asked } = deskWith({});
    await desk.start();
    await settled(desk);
    for (const text of ['恐', '恐龙', '恐龙宠']) desk.search(text);
    desk.label(CREDIBLE);
    await settled(desk);
    const searches = asked
      .filter(([channel]) => channel === 'headline.list')
      .map(([, args]) => (args as { search: string }).search);
    expect(searches).toEqual(['', '恐', '恐龙宠']);
    expect(asked.some(([channel]) => channel === 'label.put')).toBe(false);
  });

  it('labels what is shown while it is told that this list was opened', async () => {
    const { desk, asked, happens } = deskWith({});
    const lists = () => asked.filter(([channel]) => channel === 'headline.list').length;
    const opened = { feed, isNew: true, skipped: [], encoding: null, troubles: [] };
    await desk.start();
    happens('feed.opened', opened);
    await settled(desk);
    happens('feed.opened', opened);
    desk.label(CREDIBLE);
    await settled(desk);
    expect(lists()).toBe(1);
    expect(asked.some(([channel]) => channel === 'label.put')).toBe(true);
    desk.choose({ band: 'flag' });
    await settled(desk);
    happens('feed.opened', opened);
    await settled(desk);
    expect(lists()).toBe(3);
    expect(desk.store.get().queue.choice.band).toBeNull();
  });

  it('loses no filter of several that are chosen faster than lists come', async () => {
    const { desk, asked } = deskWith({});
    await desk.start();
    await settled(desk);
    desk.choose({ band: 'flag' });
    desk.choose({ labelled: false });
    desk.choose({ axis: 'implausible' });
    await settled(desk);
    const last = asked.filter(([channel]) => channel === 'headline.list').at(-1)?.[1];
    expect(last).toMatchObject({ band: 'flag', labelled: false, axis: 'implausible' });
    desk.choose({ band: null });
    await settled(desk);
    expect(desk.store.get().queue.choice).toMatchObject({ band: null, labelled: false });
  });

  it('says why the workspace is not there', async () => {
    const damaged = trouble('store-damaged', '坏了', 'broken');
    const { desk } = deskWith({ 'feed.list': () => failed(damaged) });
    await desk.start();
    expect(desk.store.get().failure).toEqual(damaged);
  });
});
