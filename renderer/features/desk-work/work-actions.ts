import type { WorkChange } from '#contract/desk-channels.ts';
import type { WorkView } from '#contract/desk-views.ts';
import type { Desk } from '../../state/desk.ts';

/** Saves one field of desk work; null where that failed, which is then told. */
export async function putWork(desk: Desk, headlineId: number, change: WorkChange): Promise<WorkView | null> {
  const requestId = crypto.randomUUID();
  return desk.unwrap(await desk.api.request('work.put', { requestId, headlineId, change }));
}

/** Takes back one step of desk work, whose mark the list may show; whether that was done. */
export async function undoWork(desk: Desk, eventId: number): Promise<boolean> {
  const answer = await desk.api.request('work.undo', { requestId: crypto.randomUUID(), eventId });
  if (answer.ok) desk.renewSeen((awaited) => ({ type: 'rows-aged', awaited }));
  else desk.unwrap(answer);
  return answer.ok;
}
