import { HIDDEN_CHARACTERS } from '#classifier/core/reading.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { listFeeds } from '#classifier/store/feeds.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { putView, removeView, savedViews } from '#classifier/store/saved-views.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import { savedChoice } from '#contract/list-channels.ts';
import type { SavedViewView } from '#contract/list-views.ts';
import type { ListRequestName } from '#contract/names.ts';
import type { Desk } from './handlers.ts';
import { rowsInTurns, rowsOf } from './rows.ts';

/** Answers the requests about lists, their filters and saved views. */
export const LIST_HANDLERS: {
  readonly [C in ListRequestName]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'headline.list': listHeadlines,
  'list.members': async ({ workspace, lists }, { feedId, headlineId, ...query }) => {
    const ids = await lists.ask('members', { feedId, query, headlineId });
    return ids.ok ? done({ members: rowsOf(workspace, ids.value) }) : ids;
  },
  'list.counts': ({ lists }, question) => lists.ask('counts', question),
  'list.facets': async ({ workspace, lists }, { feedId }) => {
    const facets = await lists.ask('facets', feedId);
    if (!facets.ok) return facets;
    const rules = facets.value.rules.flatMap(({ id, count }) => {
      const rule = ruleBy(workspace, id);
      return rule ? [{ id, count, axis: rule.axis, description: rule.description }] : [];
    });
    return done({ rules, annotators: facets.value.annotators });
  },
  'view.list': ({ workspace: { db } }) => done(viewsOf(db)),
  'view.put': ({ workspace: { db } }, { id, name, choice }) => {
    putView(db, { id, name, choice: JSON.stringify(choice) });
    return done(viewsOf(db));
  },
  'view.remove': ({ workspace: { db } }, { id }) => {
    removeView(db, id);
    return done(viewsOf(db));
  },
};

async function listHeadlines(
  { workspace, lists }: Desk,
  { feedId, listId, from, limit, keep, fold, unfolded, ...query }: Arguments<'headline.list'>,
): Promise<Result<EngineAnswers['headline.list']>> {
  const slice = await lists.ask('list', { feedId, query, fold, unfolded, listId, from, limit, keep });
  if (!slice.ok) return slice;
  const { ids, folds, ...rest } = slice.value;
  const feeds = listFeeds(workspace.db);
  const rows = await rowsInTurns(workspace, ids);
  const foldById = new Map(ids.map((id, at) => [id, folds[at] ?? null]));
  const places = rows.map(({ id }) => ({
    feedId: feeds.find(({ firstId }) => firstId <= id)?.id ?? 0,
    fold: foldById.get(id) ?? null,
  }));
  const rule = query.rule === null ? undefined : ruleBy(workspace, query.rule);
  return done({ ...rest, from, rows, places, ruleName: rule?.description ?? null });
}

/** A rule of the packs or of the classifier itself. */
function ruleBy({ rulesById }: Workspace, id: string): Rule | undefined {
  return id === HIDDEN_CHARACTERS.id ? HIDDEN_CHARACTERS : rulesById.get(id);
}

/** A view of a program that knew other filters is left out. */
function viewsOf(db: Store): SavedViewView[] {
  return savedViews(db).flatMap(({ id, name, choice }) => {
    const read = savedChoice.safeParse(JSON.parse(choice));
    return read.success ? [{ id, name, choice: read.data }] : [];
  });
}
