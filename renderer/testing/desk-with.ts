import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { FIRST_PREFERENCES } from '#contract/preferences.ts';
import type { HeadlineView } from '#contract/views.ts';
import type { Api } from '../api.ts';
import { createDesk, type Desk } from '../state/desk.ts';
import { headlineView } from './headline-view.ts';

/** Four headlines. */
export const rows = [1, 2, 3, 4].map((id) => headlineView({ id, text: `标题${id}`, position: id }));
/** The list that they stand in. */
export const feed = { id: 1, name: 'a', importedAt: '2026-01-01T00:00:00Z', headlines: 4, labelled: 0 };
/** A headline with the scores of a model that has learned. */
export const learnedRow = (id: number) => headlineView({ id, text: `标题${id}`, model: 'learned' });
/** What went wrong, where something is to go wrong. */
export const lost = trouble('not-found', '找不到', 'gone');
/** Waits a moment. */
export const later = () => new Promise((resolve) => setTimeout(resolve, 2));

/** A list of these headlines, with the one that it kept at that row. */
export function pageOf(ids: readonly number[], listId: number, keptAt = -1) {
  const inOrder = ids.map((id) => rows[id - 1]);
  const places = ids.map(() => ({ feedId: 1, fold: null }));
  const counted = { total: ids.length, found: 4, whole: 4, ruleName: null, canFold: true };
  return { listId, from: 0, rows: inOrder, places, keptAt, ...counted };
}

/** The same as an answer. */
export const listed = (...page: Parameters<typeof pageOf>) => done(pageOf(...page));

/** Answers with pages of a list of so many headlines, those after the first only after that. */
export function longList(comes: () => Promise<unknown>, total = 250) {
  return async ({ from }: { from: number }): Promise<Result<unknown>> => {
    const ids = Array.from({ length: Math.min(100, total - from) }, (_, at) => from + at + 1);
    const page = {
      ...pageOf([], 1),
      ...{ from, total, found: total, whole: total },
      rows: ids.map((id) => headlineView({ id, text: `标题${id}`, position: id })),
      places: ids.map(() => ({ feedId: 1, fold: null })),
    };
    return from === 0 ? done(page) : comes().then(() => done(page), failed);
  };
}

/** Requests in turn: channel and arguments. */
export type Asked = readonly (readonly [string, unknown])[];

/** The headlines that were decided, in turn. */
export function decided(asked: Asked): number[] {
  const puts = asked.filter(([channel]) => channel === 'label.put');
  return puts.map(([, args]) => (args as { headlineId: number }).headlineId);
}

/** The kinds of the messages that are shown. */
export function noticed(desk: Desk): string[] {
  return desk.store.get().status.notices.map(({ message }) => message.kind);
}

type Answer = (args: never) => Result<unknown> | Promise<Result<unknown>>;

/** A desk whose engine answers from a table and notes what it was asked. */
export function deskWith(answers: Readonly<Record<string, Answer>>, isWriting = false) {
  const asked: [string, unknown][] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const usual: Record<string, Answer> = {
    'feed.list': () => done([feed]),
    'view.list': () => done([]),
    'editors.about': () => done({ annotator: '王', names: [], oneIn: 10 }),
    'window.preferences': () => done(FIRST_PREFERENCES),
    'window.prefer': () => done(FIRST_PREFERENCES),
    'workspace.about': () => done({ folder: '/', version: '1', model: 'm@1', deskLabels: 0 }),
    'headline.list': () =>
      done({
        listId: 1,
        from: 0,
        rows,
        places: rows.map(() => ({ feedId: 1, fold: null })),
        total: rows.length,
        found: rows.length,
        whole: rows.length,
        ruleName: null,
        canFold: true,
        keptAt: -1,
      }),
    'label.put': async ({ headlineId, label }: { headlineId: number; label: HeadlineView['label'] }) => {
      await later();
      const row = headlineView({ id: headlineId, text: `标题${headlineId}`, label });
      return done({ eventId: 1, savedAt: '2026-01-01T00:00:00Z', row, others: [] });
    },
    'headline.rows': ({ headlineIds }: { headlineIds: number[] }) => done(headlineIds.map(learnedRow)),
  };
  const api = {
    request: async (channel: string, args: unknown) => {
      asked.push([channel, args]);
      return (answers[channel] ?? usual[channel])?.(args as never);
    },
    on: (name: string, listener: (event: unknown) => void) => {
      listeners.set(name, listener);
      return () => undefined;
    },
  } as unknown as Api;
  const happens = (name: string, event: unknown) => listeners.get(name)?.(event);
  return { desk: createDesk(api, () => isWriting), asked, happens };
}

/** Waits until all that was asked of the desk is done. */
export async function settled(desk: Desk): Promise<void> {
  for (let turn = 0; turn < 100 && (!desk.serial.isIdle() || turn < 3); turn++) await later();
}
