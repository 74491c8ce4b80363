import { expect, it } from 'vitest';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { forget } from '#classifier/store/forgetting.ts';
import { dropStaged } from '#classifier/store/staged-feed.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import type { FromList } from './lists/protocol.ts';
import { createShelf } from './lists/shelf.ts';

const FIRST = '甲地桥塌了\n乙地老井喷出牛奶';
const SECOND = '丙地通车\n丁地涨水';

/** A shelf on a workspace in which each import has a time of its own. */
function desk() {
  let second = 0;
  const now = () => new Date(Date.UTC(2026, 0, 2) + 1000 * second++).toISOString();
  const workspace = testWorkspace(temporaryFolder(), { ...testTools(), now });
  const told: FromList[] = [];
  const shelf = createShelf({
    db: workspace.db,
    reader: async () => workspace.reader,
    model: () => workspace.model,
    stemsOf: () => [],
    tell: (message) => told.push(message),
  });
  return { workspace, told, shelf };
}

type TestDesk = ReturnType<typeof desk>;

function open({ workspace }: TestDesk, text: string) {
  const opened = importFeedText(workspace, '清单', text);
  if (!opened.ok) throw new Error(opened.trouble.sentence.en);
  return opened.value.feed;
}

function drop({ workspace }: TestDesk, feedId: number): void {
  forget(workspace, { kind: 'feed', feedId, withLabels: false });
  for (const _ of dropStaged(workspace.db, 'deleted'));
}

async function list({ shelf }: TestDesk, feedId: number | 'all', search = '', listId: number | null = null) {
  const page = { fold: false, unfolded: [], listId, from: 0, limit: 100, keep: null };
  const slice = await shelf.answers.list({ feedId, query: { ...WHOLE_LIST, search }, ...page });
  if (!slice.ok) throw new Error(slice.trouble.sentence.en);
  return slice.value;
}

it.each(['one list', 'all'] as const)(
  'opens a list that has got the number of a deleted one, asked for as %s',
  async (what) => {
    const at = desk();
    const { id } = open(at, FIRST);
    const choice = what === 'all' ? 'all' : id;
    const before = await list(at, choice);
    expect((await list(at, choice, '牛奶')).found).toBe(1);
    drop(at, id);
    expect(open(at, SECOND).id).toBe(id);
    expect((await list(at, choice, '牛奶')).found).toBe(0);
    expect((await list(at, choice, '涨水')).found).toBe(1);
    expect((await list(at, choice, '', before.listId)).listId).not.toBe(before.listId);
  },
);

it('scores a list no more that is gone', async () => {
  const at = desk();
  const { id } = open(at, FIRST);
  await list(at, id);
  giveLabel(at.workspace, '甲地桥塌了');
  drop(at, id);
  open(at, SECOND);
  at.shelf.note({ kind: 'reload' });
  await at.shelf.bringUpToDate();
  expect(at.told).toEqual([]);
});
