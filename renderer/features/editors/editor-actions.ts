import type { Label } from '#classifier/core/axis.ts';
import type { Result } from '#classifier/core/result.ts';
import type { AgreementView, EditorsView } from '#contract/desk-views.ts';
import type { Desk } from '../../state/desk.ts';
import type { DeskContext } from '../../state/desk-context.ts';

/** Asks who sits at the desk. */
export async function askEditors({ api, store, unwrap }: DeskContext): Promise<void> {
  const editors = unwrap(await api.request('editors.about', {}));
  if (editors !== null) store.dispatch({ type: 'editors-came', editors });
}

/** Another editor sits down; empty for the desk as a whole. */
export function chooseEditor(desk: Desk, name: string): Promise<boolean> {
  return settleEditors(desk, desk.api.request('editors.choose', { name }));
}

/** Lets one in so many headlines be labelled by two editors; 0 for none. */
export function chooseShare(desk: Desk, oneIn: number): Promise<boolean> {
  return settleEditors(desk, desk.api.request('editors.share', { oneIn }));
}

/** Decides where editors differ. */
export function rule(desk: Desk, digest: string, label: Label): Promise<AgreementView | null> {
  const requestId = crypto.randomUUID();
  return settleLabels(desk, desk.api.request('editors.rule', { requestId, digest, label }));
}

/** Takes back a label or a ruling. */
export function undoEvent(desk: Desk, eventId: number): Promise<AgreementView | null> {
  return settleLabels(desk, desk.api.request('editors.undo', { requestId: crypto.randomUUID(), eventId }));
}

/** Takes in that all labels of an editor were deleted. */
export async function afterForgetting(desk: Desk): Promise<void> {
  await askEditors(desk);
  await refreshDesk(desk);
}

async function settleEditors(desk: Desk, answer: Promise<Result<EditorsView>>): Promise<boolean> {
  const editors = desk.unwrap(await answer);
  if (editors === null) return false;
  desk.store.dispatch({ type: 'editors-came', editors });
  await refreshDesk(desk);
  return true;
}

async function settleLabels(
  desk: Desk,
  answer: Promise<Result<AgreementView>>,
): Promise<AgreementView | null> {
  const agreement = desk.unwrap(await answer);
  if (agreement !== null) await refreshDesk(desk);
  return agreement;
}

/** Other labels are shown, and may be learned: counts and list are fetched anew. */
async function refreshDesk(desk: Desk): Promise<void> {
  if (desk.store.get().queue.feedId !== null) desk.sortAnew();
  await desk.refreshCounts();
}
