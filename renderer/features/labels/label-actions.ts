import type { Label } from '#classifier/core/axis.ts';
import type { Result } from '#classifier/core/result.ts';
import { MOST_AT_ONCE } from '#contract/names.ts';
import type { HeadlineView, StepView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import type { ListActions } from '../queue/list-actions.ts';
import { placeOf, selectedOf } from '../queue/queue-state.ts';
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
    clock.see(view === 'desk' ? (selectedOf(queue)?.id ?? null) : null);
  });

  /** Does something with the selected headlines, once all that was asked before is saved. */
  function withSelected(work: (first: HeadlineView, all: readonly HeadlineView[]) => Promise<boolean>): void {
    if (list.isChanging()) return;
    serial.run(async () => {
      const headlines = await list.selection();
      const [first] = headlines;
      if (first === undefined) return true;
      if (headlines.length <= MOST_AT_ONCE + 1) return work(first, headlines);
      tell({ kind: 'too-many', count: headlines.length, most: MOST_AT_ONCE + 1 });
      return false;
    });
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
      visible: list.seen(),
      shown: clock.before(first, pressedAt),
    });
    const view = context.unwrap(answer);
    if (view === null) return false;
    context.inQueue({ type: 'label-saved', view });
    const { text } = first;
    context.saved({ kind: 'label', at: view.savedAt, text, label: view.label, count: all.length });
    void context.refreshCounts();
    return true;
  }

  /** Sets or clears a mark; the selection goes on after those that were marked. */
  async function mark(
    field: 'flag' | 'skip',
    isSet: boolean,
    all: readonly HeadlineView[],
  ): Promise<boolean> {
    const [first, ...others] = all;
    if (first === undefined) return true;
    const answer = await api.request('work.put', {
      requestId: crypto.randomUUID(),
      headlineId: first.id,
      others: others.map(({ id }) => id),
      change: { field, value: isSet ? '1' : null },
    });
    if (context.unwrap(answer) === null) return false;
    const marks = field === 'flag' ? { flagged: isSet } : { skipped: isSet };
    context.inQueue({ type: 'marks-changed', ids: all.map(({ id }) => id), marks });
    const at = new Date().toISOString();
    const value = isSet ? '1' : null;
    context.saved({ kind: 'work', at, text: first.text, field, value, count: all.length });
    return true;
  }

  function goOnAfter(all: readonly HeadlineView[]): void {
    const { queue } = store.get();
    const places = all.map(({ id }) => placeOf(queue, id));
    context.inQueue({ type: 'row-selected', index: Math.max(...places) + 1 });
  }

  function turn(channel: 'step.undo' | 'step.redo'): void {
    if (list.isChanging()) return;
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
    void context.refreshCounts();
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
        if (label !== null && all.length === 1) return put(label, first, all, pressedAt);
        tell({ kind: all.length > 1 ? 'agree-to-many' : 'agree-to-nothing' });
        return false;
      });
    },

    skip() {
      withSelected(async (_first, all) => {
        const undecided = all.filter(({ label, skipped }) => label === null && !skipped);
        const isDone = await mark('skip', true, undecided);
        if (isDone) goOnAfter(all);
        return isDone;
      });
    },

    flag() {
      withSelected(async (_first, all) => {
        const isSet = !all.every(({ flagged }) => flagged);
        const isDone = await mark('flag', isSet, all);
        if (isDone && isSet) goOnAfter(all);
        return isDone;
      });
    },

    undo: () => turn('step.undo'),
    redo: () => turn('step.redo'),
  };
}
