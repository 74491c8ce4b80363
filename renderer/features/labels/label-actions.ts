import type { Label } from '#classifier/core/axis.ts';
import type { Result } from '#classifier/core/result.ts';
import type { WorkChange } from '#contract/desk-channels.ts';
import { MOST_AT_ONCE } from '#contract/names.ts';
import type { HeadlineView, StepView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import type { ListActions } from '../queue/list-actions.ts';
import { onlySelectedOf, placeOf, selectedIdOf, selectionOf } from '../queue/queue-state.ts';
import { modelLabel } from './model-label.ts';
import { createShownClock } from './shown-clock.ts';

/** What one press of an editor decides. Each step is saved before the next is begun. */
export interface LabelActions {
  /** Decides the selected headlines and goes on to the next once that is saved. */
  label(label: Label): void;
  /** Gives the selected headline the label that its scores say. */
  agree(): void;
  /** Leaves the selected headlines undecided for later and goes on. */
  skip(): void;
  /** Marks the selected headlines for discussion and goes on; a marked one loses its mark. */
  flag(): void;
  /** Sets one field of desk work of the selected headlines. */
  work(change: WorkChange): void;
  /** Takes the marks of all skipped headlines of the list, so that they are as if never seen. */
  unskip(): void;
  /** Takes back the latest step and returns to its headline. */
  undo(): void;
  /** Does again what was taken back last. */
  redo(): void;
}

export function createLabelActions(context: DeskContext, list: ListActions): LabelActions {
  const { api, store, serial, tell } = context;
  const clock = createShownClock(() => performance.now());
  store.subscribe(() => {
    const { view, queue } = store.get();
    clock.see(view === 'desk' ? selectedIdOf(queue) : null);
  });

  /**
   * Does something with the selected headlines, once all that was asked before is saved. Of a key pressed while the list is
   * sorted anew, with the one headline that was seen then, if it is still selected.
   */
  function withSelected(work: (first: HeadlineView, all: readonly HeadlineView[]) => Promise<boolean>): void {
    if (list.isChanging()) return;
    const { queue } = store.get();
    const seen = queue.isLoading ? onlySelectedOf(queue) : null;
    serial.run(async () => {
      const now = store.get().queue;
      if (now.listId !== queue.listId) {
        if (seen !== null && seen.id === selectedIdOf(now)) return work(seen, [seen]);
        tell({ kind: 'list-moved' });
        return true;
      }
      const rows = selectionOf(now);
      if (isTooMany(rows.last - rows.first + 1)) return false;
      const headlines = await list.selection();
      if (headlines === null || isTooMany(headlines.length)) return false;
      const [first] = headlines;
      return first === undefined || work(first, headlines);
    });
  }

  /** Whether these are more than can be decided at once, which is then told. */
  function isTooMany(count: number): boolean {
    const most = MOST_AT_ONCE + 1;
    if (count > most) tell({ kind: 'too-many', count, most });
    return count > most;
  }

  async function put(
    label: Label,
    first: HeadlineView,
    all: readonly HeadlineView[],
    pressedAt: number,
  ): Promise<boolean> {
    const others = all.slice(1).map(({ id }) => id);
    const answer = await api.request('label.put', {
      requestId: crypto.randomUUID(),
      headlineId: first.id,
      others,
      label,
      shown: clock.before(first, pressedAt),
    });
    const view = context.unwrap(answer);
    if (view === null) return false;
    list.renewSeen((awaited) => ({ type: 'label-saved', view, awaited }));
    const { text } = first;
    context.saved({ kind: 'label', at: view.savedAt, text, label: view.row.label, count: all.length });
    context.refreshCountsSoon();
    return true;
  }

  /** Saves one field of desk work. */
  async function putWork(all: readonly HeadlineView[], change: WorkChange): Promise<boolean> {
    const [first, ...others] = all;
    if (first === undefined) return true;
    const answer = await api.request('work.put', {
      requestId: crypto.randomUUID(),
      headlineId: first.id,
      others: others.map(({ id }) => id),
      change,
    });
    if (context.unwrap(answer) === null) return false;
    const { field, value } = change;
    const isSet = value !== null;
    const marks = field === 'flag' ? { flagged: isSet } : field === 'skip' ? { skipped: isSet } : {};
    context.inQueue({ type: 'marks-changed', ids: all.map(({ id }) => id), marks });
    const at = new Date().toISOString();
    context.saved({ kind: 'work', at, text: first.text, field, value, count: all.length });
    return true;
  }

  function goOnAfter(all: readonly HeadlineView[]): void {
    const { queue } = store.get();
    const places = all.map(({ id }) => placeOf(queue, id));
    context.inQueue({ type: 'row-selected', index: Math.max(...places) + 1 });
  }

  /** Also while another list is on its way: what is taken back is not what is selected. */
  function turn(channel: 'step.undo' | 'step.redo'): void {
    serial.run(async () => {
      const requestId = crypto.randomUUID();
      return turned(await api.request(channel, { requestId, visible: list.seen() }));
    });
  }

  function turned(answer: Result<StepView>): boolean {
    if (!answer.ok) {
      tell({ kind: 'trouble', trouble: answer.trouble });
      return answer.trouble.code === 'nothing-to-undo' || answer.trouble.code === 'nothing-to-redo';
    }
    const view = answer.value;
    context.inQueue({ type: 'step-turned', view });
    context.saved({ kind: 'turned', at: view.savedAt, view });
    const { place } = view;
    if (place !== null && placeOf(store.get().queue, place.headlineId) === -1)
      list.findHeadline(place.feedId, place.headlineId);
    context.refreshCountsSoon();
    return true;
  }

  return {
    label(label) {
      const pressedAt = performance.now();
      withSelected((first, all) => put(label, first, all, pressedAt));
    },

    agree() {
      const pressedAt = performance.now();
      withSelected(async (first, all) => {
        const label = modelLabel(first.scores);
        const rows = selectionOf(store.get().queue);
        const isOneRow = rows.first === rows.last;
        if (label !== null && isOneRow) return put(label, first, all, pressedAt);
        tell({ kind: isOneRow ? 'agree-to-nothing' : 'agree-to-many' });
        return false;
      });
    },

    skip() {
      withSelected(async (_first, all) => {
        const undecided = all.filter(({ label, skipped }) => label === null && !skipped);
        const isDone = await putWork(undecided, { field: 'skip', value: '1' });
        if (isDone) goOnAfter(all);
        return isDone;
      });
    },

    flag() {
      withSelected(async (_first, all) => {
        const isSet = !all.every(({ flagged }) => flagged);
        const isDone = await putWork(all, { field: 'flag', value: isSet ? '1' : null });
        if (isDone && isSet) goOnAfter(all);
        return isDone;
      });
    },

    work(change) {
      withSelected((_first, all) => putWork(all, change));
    },

    unskip() {
      serial.run(async () => {
        const { feedId } = store.get().queue;
        if (feedId === null) return true;
        const requestId = crypto.randomUUID();
        const view = context.unwrap(await api.request('work.unskip', { requestId, feedId }));
        if (view === null) return false;
        tell({ kind: 'unskipped', count: view.headlines });
        list.sortAnew();
        return true;
      });
    },

    undo: () => turn('step.undo'),
    redo: () => turn('step.redo'),
  };
}
