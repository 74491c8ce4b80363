import { describe, expect, it } from 'vitest';
import { CREDIBLE } from '#classifier/core/axis.ts';
import { done, failed } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { undoWork } from '../features/desk-work/work-actions.ts';
import { pagesToFetch, rowAt, selectedOf } from '../features/queue/queue-state.ts';
import {
  decided,
  deskWith,
  feed,
  later,
  learnedRow,
  listed,
  lost,
  noticed,
  pageOf,
  rows,
  settled,
} from '../testing/desk-with.ts';
import { headlineView } from '../testing/headline-view.ts';

describe('createDesk', () => {
  it('goes back to the list that is shown where another does not come, and asks for that again', async () => {
    let isBroken = true;
    const came = { listId: 1, from: 0, rows, places: rows.map(() => ({ feedId: 1, fold: null })) };
    const counted = { total: 4, found: 4, whole: 4, ruleName: null, canFold: true, keptAt: -1 };
    const { desk, asked } = deskWith({
      'headline.list': ({ feedId }: { feedId: number }) =>
        feedId === 2 && isBroken ? failed(lost) : done({ ...came, ...counted }),
    });
    await desk.start();
    await settled(desk);
    desk.showFeed(2);
    await settled(desk);
    expect(desk.store.get().queue).toMatchObject({ feedId: 1, total: 4, isLoading: false });
    expect(desk.showsWhole(2)).toBe(false);
    isBroken = false;
    desk.showFeed(2);
    await settled(desk);
    expect(desk.showsWhole(2)).toBe(true);
    expect(asked.filter(([channel]) => channel === 'headline.list')).toHaveLength(3);
  });

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
      .map(([, args]) => args as { headlineId: number; label: unknown })
      .map(({ headlineId, label }) => ({ headlineId, label }));
    expect(labels).toEqual([
      { headlineId: 1, label: sensational },
      { headlineId: 2, label: CREDIBLE },
      { headlineId: 4, label: CREDIBLE },
    ]);
    expect(desk.store.get().status.saved).toMatchObject({ kind: 'label', text: '标题4', count: 1 });
  });

  it('fetches the rows in sight after a label, and all of them anew where these do not come', async () => {
    let isBroken = false;
    const { desk, asked } = deskWith({
      'headline.rows': ({ headlineIds }: { headlineIds: number[] }) =>
        isBroken ? failed(lost) : done(headlineIds.map(learnedRow)),
    });
    await desk.start();
    await settled(desk);
    desk.label(CREDIBLE);
    await settled(desk);
    const { queue } = desk.store.get();
    expect(asked.at(-1)).toEqual(['headline.rows', { headlineIds: [1, 2, 3, 4] }]);
    expect([0, 1, 2, 3].map((at) => rowAt(queue, at)?.headline.model)).toEqual(Array(4).fill('learned'));
    expect(pagesToFetch(queue, 0, 3)).toEqual([]);
    isBroken = true;
    desk.label(CREDIBLE);
    await settled(desk);
    expect(pagesToFetch(desk.store.get().queue, 0, 3)).toEqual([0]);
    expect(desk.store.get().status.notices).toHaveLength(1);
  });

  it('fetches the rows in sight after a new model, and says when the order is another', async () => {
    const { desk, asked, happens } = deskWith({});
    await desk.start();
    await settled(desk);
    happens('list.rescored', { feedId: 1, outdated: [], byNewModel: false });
    expect(asked.some(([channel]) => channel === 'headline.rows')).toBe(false);
    happens('list.rescored', { feedId: 1, outdated: [1], byNewModel: true });
    await settled(desk);
    const { queue } = desk.store.get();
    expect(asked.filter(([channel]) => channel === 'headline.rows')).toEqual([
      ['headline.rows', { headlineIds: [1, 2, 3, 4] }],
    ]);
    expect([0, 3].map((at) => rowAt(queue, at)?.headline.model)).toEqual(['learned', 'learned']);
    expect(queue.isOutdated).toBe(true);
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

  it('decides the headline that was seen while the list is sorted anew, and tells of a key that met another', async () => {
    const answers = [listed([1, 2, 3, 4], 1), listed([4, 1, 3, 2], 2, 1), listed([3, 4], 3)];
    const { desk, asked } = deskWith({ 'headline.list': () => answers.shift() ?? failed(lost) });
    await desk.start();
    await settled(desk);
    desk.sortAnew();
    desk.label(CREDIBLE);
    desk.label(CREDIBLE);
    await settled(desk);
    expect(decided(asked)).toEqual([1]);
    expect(noticed(desk)).toEqual(['list-moved']);
    desk.label(CREDIBLE);
    desk.sortAnew();
    desk.label(CREDIBLE);
    await settled(desk);
    expect(selectedOf(desk.store.get().queue)?.id).toBe(3);
    expect(decided(asked)).toEqual([1, 3]);
  });

  it('decides no more than the one headline that was seen while the list is sorted anew', async () => {
    const story = { feedId: 1, fold: { size: 2, state: 'folded' } };
    const whole = pageOf([1, 2, 3, 4], 1, 0);
    const lone = done(whole);
    const folded = done({ ...whole, listId: 2, places: [story, ...whole.places.slice(1)] });
    const rescored = { ...whole.rows[0], scores: { ...rows[0]?.scores, sensational: 0.1 } };
    const again = done({ ...whole, listId: 3, rows: [rescored, ...rows.slice(1)] });
    const answers = [lone, folded, again, lone, again];
    const { desk, asked } = deskWith({
      'headline.list': () => answers.shift() ?? failed(lost),
      'list.members': () => done({ members: rows.slice(0, 2) }),
    });
    await desk.start();
    await settled(desk);
    desk.sortAnew();
    desk.label(CREDIBLE);
    await settled(desk);
    expect(asked.find(([channel]) => channel === 'label.put')?.[1]).toMatchObject({
      headlineId: 1,
      others: [],
    });
    desk.move(-1);
    desk.sortAnew();
    desk.label(CREDIBLE);
    await settled(desk);
    expect([decided(asked), noticed(desk)]).toEqual([[1], ['list-moved']]);
    desk.sortAnew();
    await settled(desk);
    desk.sortAnew();
    desk.agree();
    await settled(desk);
    expect(asked.findLast(([channel]) => channel === 'label.put')?.[1]).toMatchObject({
      headlineId: 1,
      label: { sensational: true, implausible: false },
    });
  });

  it('takes keys and lists after a list that was never asked for', async () => {
    const { desk, asked } = deskWith({
      'headline.list': ({ feedId }: { feedId: number }) =>
        feedId === 2 ? failed(lost) : listed([1, 2, 3, 4], 1),
    });
    await desk.start();
    await settled(desk);
    desk.showFeed(2);
    desk.search('恐');
    await settled(desk);
    expect(desk.isChanging()).toBe(false);
    desk.label(CREDIBLE);
    desk.choose({ band: 'flag' });
    await settled(desk);
    expect(decided(asked)).toEqual([1]);
    expect(desk.store.get().queue).toMatchObject({ feedId: 1, choice: { band: 'flag', search: '' } });
  });

  it('loses no search that is typed while a headline is looked for in a new list', async () => {
    const answers = [listed([1, 2, 3, 4], 1), listed([3, 4], 2), listed([1], 3), listed([2], 4)];
    const { desk, asked } = deskWith({ 'headline.list': () => answers.shift() ?? failed(lost) });
    await desk.start();
    await settled(desk);
    desk.sortAnew();
    desk.select(0);
    desk.search('恐');
    await settled(desk);
    expect(asked.at(-1)).toMatchObject(['headline.list', { search: '恐' }]);
  });

  it('selects the headline that was clicked, also where another list comes before it is done', async () => {
    const answers = [listed([1, 2, 3, 4], 1), listed([4, 3, 2, 1], 2), listed([3, 4], 3), listed([1, 2], 4)];
    const { desk, asked } = deskWith({ 'headline.list': () => answers.shift() ?? failed(lost) });
    await desk.start();
    await settled(desk);
    desk.sortAnew();
    desk.select(0);
    await settled(desk);
    expect(selectedOf(desk.store.get().queue)?.id).toBe(1);
    desk.sortAnew();
    desk.select(3);
    await settled(desk);
    expect(asked.at(-1)).toMatchObject(['headline.list', { keep: 1 }]);
    expect(desk.store.get().queue.listId).toBe(4);
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

  it('leaves the headline that is written about in its place when another list was opened', async () => {
    const { desk, asked, happens } = deskWith({}, true);
    await desk.start();
    await settled(desk);
    happens('feed.opened', { feed: { ...feed, id: 2 }, taken: 4, leftOut: [] });
    await settled(desk);
    expect(asked.filter(([channel]) => channel === 'headline.list')).toHaveLength(1);
    expect(noticed(desk)).toEqual(['imported']);
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

  it('shows no import any more that went down with the engine', async () => {
    const { desk, happens } = deskWith({});
    await desk.start();
    happens('import.progress', { name: 'a', done: 1, total: 2 });
    expect(desk.store.get().status.importing).not.toBeNull();
    happens('engine.state', { state: 'restarting' });
    expect(desk.store.get().status.importing).toBeNull();
    expect(noticed(desk)).toEqual(['engine']);
  });

  it('flags once more what lost its flag beside the list', async () => {
    let isFlagged = false;
    const { desk, asked } = deskWith({
      'work.put': ({ change }: { change: { value: string | null } }) => {
        isFlagged = change.value !== null;
        return done({});
      },
      'work.undo': () => {
        isFlagged = false;
        return done({});
      },
      'headline.rows': ({ headlineIds }: { headlineIds: number[] }) =>
        done(headlineIds.map((id) => headlineView({ id, flagged: id === 1 && isFlagged }))),
    });
    await desk.start();
    await settled(desk);
    desk.flag();
    desk.move(-1);
    await settled(desk);
    expect(selectedOf(desk.store.get().queue)?.flagged).toBe(true);
    await undoWork(desk, 1);
    await settled(desk);
    desk.flag();
    await settled(desk);
    const flags = asked.filter(([channel]) => channel === 'work.put');
    expect(flags.map(([, args]) => (args as { change: unknown }).change)).toEqual([
      { field: 'flag', value: '1' },
      { field: 'flag', value: '1' },
    ]);
  });

  it('says why the workspace is not there', async () => {
    const damaged = trouble('store-damaged', '坏了', 'broken');
    const { desk } = deskWith({ 'feed.list': () => failed(damaged) });
    await desk.start();
    expect(desk.store.get().failure).toEqual(damaged);
  });
});
