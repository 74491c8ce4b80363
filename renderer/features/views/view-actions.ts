import type { Result } from '#classifier/core/result.ts';
import type { ListChoice } from '#contract/list-channels.ts';
import type { SavedViewView } from '#contract/list-views.ts';
import type { DeskContext } from '../../state/desk-context.ts';

type Context = Pick<DeskContext, 'api' | 'store' | 'unwrap'>;

/** Asks which lists are kept under a name. */
export async function fetchViews(context: Context): Promise<void> {
  accept(context, await context.api.request('view.list', {}));
}

/** Keeps a list under a name; a view of this id is changed. */
export async function putView(context: Context, view: SavedViewView): Promise<void> {
  accept(context, await context.api.request('view.put', view));
}

/** Keeps a list under a new name. */
export async function saveView(context: Context, name: string, choice: ListChoice): Promise<void> {
  await putView(context, { id: crypto.randomUUID(), name, choice });
}

export async function removeView(context: Context, id: string): Promise<void> {
  accept(context, await context.api.request('view.remove', { id }));
}

function accept(context: Context, answer: Result<readonly SavedViewView[]>): void {
  const views = context.unwrap(answer);
  if (views !== null) context.store.dispatch({ type: 'views-came', views });
}
