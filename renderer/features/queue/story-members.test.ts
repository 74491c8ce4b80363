import { expect, it } from 'vitest';
import { CREDIBLE } from '#classifier/core/axis.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { HeadlinePage } from '#contract/views.ts';
import type { Api } from '../../api.ts';
import { createContext } from '../../state/desk-context.ts';
import { headlineView } from '../../testing/headline-view.ts';
import { EVERYTHING } from './list-choice.ts';
import { createStoryMembers } from './story-members.ts';

const rows = [1, 2].map((id) => headlineView({ id, text: `标题${id}`, position: id }));
const members = [3, 4].map((id) => headlineView({ id, text: `标题${id}`, position: id }));
const page: HeadlinePage = {
  ...{ listId: 1, from: 0, rows, total: 2, found: 4, whole: 4, ruleName: null, canFold: true, keptAt: -1 },
  places: rows.map(() => ({ feedId: 1, fold: null })),
};

/** The members of a list whose engine answers in turn, and which headlines it was asked about. */
function membersWith(answers: (() => Result<unknown>)[] = []) {
  const asked: number[] = [];
  const request = async (_channel: string, { headlineId }: { headlineId: number }) => {
    asked.push(headlineId);
    return (answers.shift() ?? (() => done({ members })))();
  };
  const context = createContext({ request, on: () => () => undefined } as unknown as Api);
  context.inQueue({ type: 'list-asked', feedId: 1, choice: EVERYTHING, unfolded: [] });
  context.inQueue({ type: 'list-came', page });
  return { context, asked, storyMembers: createStoryMembers(context) };
}

it('asks once for a row, also while the answer is on its way', async () => {
  const { asked, storyMembers } = membersWith();
  expect(await Promise.all([storyMembers(1), storyMembers(1)])).toEqual([done(members), done(members)]);
  expect(await storyMembers(1)).toEqual(done(members));
  expect(asked).toEqual([1]);
  await storyMembers(2);
  expect(asked).toEqual([1, 2]);
});

it('asks again once something is decided or another list has come', async () => {
  const { context, asked, storyMembers } = membersWith();
  await storyMembers(1);
  const row = headlineView({ id: 2, label: CREDIBLE });
  const view = { eventId: 1, savedAt: '2026-01-01T00:00:00Z', row, others: [] };
  context.inQueue({ type: 'label-saved', view, awaited: [] });
  await storyMembers(1);
  const mark = { kind: 'work', at: view.savedAt, text: '标题', field: 'flag', value: '1', count: 2 } as const;
  context.saved(mark);
  await storyMembers(1);
  context.inQueue({ type: 'list-came', page: { ...page, listId: 2 } });
  await storyMembers(1);
  expect(asked).toEqual([1, 1, 1, 1]);
  context.inQueue({ type: 'list-asked', feedId: 1, choice: { ...EVERYTHING, band: 'flag' }, unfolded: [] });
  await storyMembers(1);
  context.inQueue({ type: 'list-failed' });
  await storyMembers(1);
  expect(asked).toHaveLength(6);
});

it('asks again after an answer that failed', async () => {
  const gone = failed(trouble('not-found', '找不到', 'gone'));
  const { asked, storyMembers } = membersWith([() => gone]);
  expect(await storyMembers(1)).toEqual(gone);
  expect(await storyMembers(1)).toEqual(done(members));
  expect(asked).toEqual([1, 1]);
});
