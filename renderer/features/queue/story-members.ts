import type { Result } from '#classifier/core/result.ts';
import type { HeadlineView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import { queryOf } from './list-choice.ts';

/** The headlines that a folded row stands for. */
export type Members = Result<readonly HeadlineView[]>;

/**
 * Asks for the headlines that a folded row of the list stands for, once for as long as the list stays and nothing is
 * decided: what is beside the list need not be asked for again when it is decided.
 */
export function createStoryMembers({ api, store }: DeskContext): (headlineId: number) => Promise<Members> {
  let known: { readonly as: readonly unknown[]; readonly answer: Promise<Members> } | null = null;

  async function ask(headlineId: number): Promise<Members> {
    const { feedId, choice } = store.get().queue;
    if (feedId === null) return { ok: true, value: [] };
    const query = queryOf(choice, new Date());
    const answer = await api.request('list.members', { feedId, ...query, headlineId });
    return answer.ok ? { ok: true, value: answer.value.members } : answer;
  }

  return (headlineId) => {
    const { queue, status } = store.get();
    const { listId, feedId, choice, revision } = queue;
    const as = [headlineId, listId, feedId, choice, revision, status.saved];
    if (known?.as.every((part, at) => part === as[at])) return known.answer;
    const answer = ask(headlineId);
    known = { as, answer };
    void answer.then(({ ok }) => {
      if (!ok && known?.answer === answer) known = null;
    });
    return answer;
  };
}
