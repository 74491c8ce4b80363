import type { ImportProgress } from '#contract/events.ts';
import type { Api } from '../api.ts';
import { askEditors } from '../features/editors/editor-actions.ts';
import { createImportActions, type ImportActions } from '../features/importing/import-actions.ts';
import { createLabelActions, type LabelActions } from '../features/labels/label-actions.ts';
import {
  askPreferences,
  createPreferenceActions,
  type PreferenceActions,
  rememberPlace,
} from '../features/preferences/preference-actions.ts';
import { createListActions, type ListActions } from '../features/queue/list-actions.ts';
import { fetchViews } from '../features/views/view-actions.ts';
import { createContext, type DeskContext } from './desk-context.ts';

/** The window's state and everything that an editor can do with it. */
export interface Desk extends DeskContext, ListActions, LabelActions, ImportActions, PreferenceActions {
  /** Listens to main and shows the list that was shown last, or else the newest. */
  start(): Promise<void>;
}

/** `isWriting` says whether an editor is writing something about the headline that is shown. */
export function createDesk(api: Api, isWriting: () => boolean): Desk {
  const context = createContext(api);
  const list = createListActions(context);
  const labels = createLabelActions(context, list);
  const imports = createImportActions(context, list, isWriting);
  const preferences = createPreferenceActions(context);
  return {
    ...{ ...context, ...list, ...labels, ...imports, ...preferences },
    start: () => start(context, list, imports),
  };
}

async function start(context: DeskContext, list: ListActions, imports: ImportActions): Promise<void> {
  const { api, store, tell } = context;
  const showProgress = (progress: ImportProgress | null) =>
    store.dispatch({ type: 'status', action: { type: 'import-went-on', progress } });
  api.on('engine.state', (state) => {
    // The engine that would have told how the import ends is gone.
    if (state.state === 'restarting') showProgress(null);
    if (state.state === 'failed' || state.state === 'damaged')
      store.dispatch({ type: 'failed', trouble: state.trouble });
    else if (state.state !== 'ready') tell({ kind: 'engine', state: state.state });
  });
  api.on('feed.opened', imports.showImport);
  api.on('import.progress', showProgress);
  api.on('list.rescored', ({ outdated, byNewModel }) => {
    context.inQueue({ type: 'rescored', outdated });
    if (!byNewModel) return;
    list.renewSeen((awaited) => ({ type: 'rows-aged', awaited }));
    void context.refreshCounts();
  });
  api.on('subscription.news', ({ added, feedId }) => {
    if (added === 0) return;
    void context.refreshCounts();
    const { feedId: shown, listId } = store.get().queue;
    if (shown === null && feedId !== null) list.showFeed(feedId);
    // A list keeps its order and place; what has come stands in a new one.
    else if (shown === feedId || shown === 'all')
      context.inQueue({ type: 'rescored', outdated: listId === null ? [] : [listId] });
  });
  api.on('trouble', (trouble) => tell({ kind: 'trouble', trouble }));

  const [feeds] = await Promise.all([api.request('feed.list', {}), askPreferences(context)]);
  if (!feeds.ok) {
    store.dispatch({ type: 'failed', trouble: feeds.trouble });
    return;
  }
  store.dispatch({ type: 'feeds-came', feeds: feeds.value });
  void context.refreshCounts();
  void askEditors(context);
  void fetchViews(context);
  const last = store.get().shell.preferences.feedId;
  const isThere = last === 'all' ? feeds.value.length > 1 : feeds.value.some(({ id }) => id === last);
  const shown = (isThere ? last : null) ?? feeds.value[0]?.id;
  rememberPlace(context);
  if (shown !== undefined && store.get().queue.feedId === null && !list.isChanging()) {
    list.showFeed(shown);
  }
}
