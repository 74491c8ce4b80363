import type { PreferenceChange } from '#contract/preferences.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import { isView } from '../shell/views.ts';
import type { Unwrap } from '../status/use-trouble.ts';

export interface PreferenceActions {
  /** Changes what the window remembers; holds at once, and is told where it could not be stored: by `unwrap`, or in the window's messages. */
  prefer(change: PreferenceChange, unwrap?: Unwrap): Promise<void>;
  /** Tells of work that has ended, by the system, where the window is not in front. */
  notify(title: string, body: string): void;
}

export function createPreferenceActions({ api, store, unwrap }: DeskContext): PreferenceActions {
  return {
    async prefer(change, unwrapIn = unwrap) {
      const { preferences } = store.get().shell;
      store.dispatch({
        type: 'shell',
        action: { type: 'preferences-came', preferences: { ...preferences, ...change } },
      });
      unwrapIn(await api.request('window.prefer', change));
    },
    notify(title, body) {
      void api.request('window.notify', { title: title.slice(0, 200), body: body.slice(0, 1000) });
    },
  };
}

/** Asks what the window remembers, and turns to the page that it was closed on. */
export async function askPreferences({ api, store, unwrap }: DeskContext): Promise<void> {
  const preferences = unwrap(await api.request('window.preferences', {}));
  if (preferences === null) return;
  store.dispatch({ type: 'shell', action: { type: 'preferences-came', preferences } });
  if (isView(preferences.view)) store.dispatch({ type: 'view-chosen', view: preferences.view });
}

/** Remembers the page and the feed that are shown, whenever they change. */
export function rememberPlace({ api, store }: DeskContext): void {
  store.subscribe(() => {
    const { view, queue, shell } = store.get();
    const { preferences } = shell;
    const { feedId } = queue;
    if (feedId === null || (preferences.view === view && preferences.feedId === feedId)) return;
    store.dispatch({
      type: 'shell',
      action: { type: 'preferences-came', preferences: { ...preferences, view, feedId } },
    });
    void api.request('window.prefer', { view, feedId });
  });
}
