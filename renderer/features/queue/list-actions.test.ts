import { describe, expect, it } from 'vitest';
import { CREDIBLE } from '#classifier/core/axis.ts';
import { done } from '#classifier/core/result.ts';
import {
  decided,
  deskWith,
  later,
  longList,
  lost,
  noticed,
  pageOf,
  rows,
  settled,
} from '../../testing/desk-with.ts';

describe('createListActions', () => {
  it('decides the last headline of a long list, also while its rows are on their way', async () => {
    const { desk, asked } = deskWith({ 'headline.list': longList(later) });
    await desk.start();
    await settled(desk);
    desk.move(Number.POSITIVE_INFINITY);
    desk.see(240, 249);
    desk.label(CREDIBLE);
    await settled(desk);
    expect(decided(asked)).toEqual([250]);
    expect(asked.filter(([channel]) => channel === 'headline.list')).toHaveLength(3);
  });

  it('decides nothing, and says so, where a part of what is selected does not come', async () => {
    const { desk, asked } = deskWith({ 'headline.list': longList(() => Promise.reject(lost)) });
    await desk.start();
    await settled(desk);
    desk.move(98);
    desk.move(10, true);
    desk.label(CREDIBLE);
    await settled(desk);
    expect([decided(asked), noticed(desk)]).toEqual([[], ['trouble', 'rows-missing']]);
  });

  it('says of more rows than can be decided at once how many they are, and fetches none of them', async () => {
    const { desk, asked } = deskWith({ 'headline.list': longList(later, 7000) });
    await desk.start();
    await settled(desk);
    desk.move(Number.POSITIVE_INFINITY, true);
    desk.label(CREDIBLE);
    await settled(desk);
    expect(asked.filter(([channel]) => channel === 'headline.list')).toHaveLength(1);
    expect(desk.store.get().status.notices.map(({ message }) => message)).toEqual([
      { kind: 'too-many', count: 7000, most: 500 },
    ]);
  });

  it('unfolds the story of the row that was clicked while a label was being saved', async () => {
    const folded = { feedId: 1, fold: { size: 2, state: 'folded' } };
    const page = { ...pageOf([1, 2, 3, 4], 1), places: rows.map(() => folded) };
    const { desk, asked } = deskWith({
      'headline.list': () => done(page),
      'list.members': () => done({ members: [] }),
    });
    await desk.start();
    await settled(desk);
    desk.label(CREDIBLE);
    desk.select(3);
    desk.toggleCluster();
    await settled(desk);
    expect(asked.findLast(([channel]) => channel === 'headline.list')?.[1]).toMatchObject({
      keep: 4,
      unfolded: [4],
    });
  });
});
