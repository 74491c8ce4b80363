import type { Result } from '#classifier/core/result.ts';
import type { VersionsView } from '#contract/model-views.ts';
import type { Desk } from '../../state/desk.ts';
import { costsOf, type Worths } from './costs.ts';

/** Gives the model the cost table of the sliders. */
export function applyCosts(desk: Desk, worths: Worths): Promise<VersionsView | null> {
  const requestId = crypto.randomUUID();
  return settle(desk, desk.api.request('model.costs', { requestId, costs: costsOf(worths) }));
}

/** Makes the model what it was at a version. */
export function restore(desk: Desk, versionId: number): Promise<VersionsView | null> {
  const requestId = crypto.randomUUID();
  return settle(desk, desk.api.request('model.restore', { requestId, versionId }));
}

/** Takes back the latest change of the model. */
export function undoChange(desk: Desk): Promise<VersionsView | null> {
  return settle(desk, desk.api.request('model.undo', { requestId: crypto.randomUUID() }));
}

/** Tells trouble; else brings the counts, and the bands of the list, to the new model. */
async function settle(desk: Desk, answer: Promise<Result<VersionsView>>): Promise<VersionsView | null> {
  const versions = desk.unwrap(await answer);
  if (versions === null) return null;
  await desk.refreshCounts();
  if (desk.store.get().queue.feedId !== null) desk.sortAnew();
  return versions;
}
