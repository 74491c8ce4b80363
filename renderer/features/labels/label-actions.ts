import type { Label } from '#classifier/core/axis.ts';
import type { Result } from '#classifier/core/result.ts';
import type { LabelView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import type { ListActions } from '../queue/list-actions.ts';
import { selectedOf } from '../queue/queue-state.ts';
import { createShownClock } from './shown-clock.ts';

export interface LabelActions {
  /** Decides the selected headline and goes on to the next once that is saved. */
  label(label: Label): void;
  /** Takes back the latest decision and returns to its headline. */
  undo(): void;
}

export function createLabelActions(context: DeskContext, list: ListActions): LabelActions {
  const { api, store, serial } = context;
  const clock = createShownClock(() => performance.now());
  store.subscribe(() => {
    const { view, queue } = store.get();
    clock.see(view === 'desk' ? (selectedOf(queue)?.id ?? null) : null);
  });

  function settle(kind: 'label' | 'undo', answer: Result<LabelView>): boolean {
    if (!answer.ok) {
      context.tell({ kind: 'trouble', trouble: answer.trouble });
      return answer.trouble.code === 'nothing-to-undo';
    }
    const view = answer.value;
    const rows = [...store.get().queue.pages.values()].flat();
    const row = rows.find(({ headline }) => headline.id === view.headlineId);
    context.inQueue({ type: 'label-saved', view, goTo: kind === 'label' ? 'next' : 'there' });
    const saved = { at: view.savedAt, headline: row?.headline.text ?? null, label: view.label, kind };
    store.dispatch({ type: 'status', action: { type: 'saved', saved } });
    void context.refreshCounts();
    return true;
  }

  return {
    label(label) {
      if (list.isChanging()) return;
      const pressedAt = performance.now();
      serial.run(async () => {
        const headline = await list.selected();
        if (headline === null) return true;
        const requestId = crypto.randomUUID();
        const visible = list.seen();
        const shown = clock.before(headline, pressedAt);
        return settle(
          'label',
          await api.request('label.put', { requestId, headlineId: headline.id, label, visible, shown }),
        );
      });
    },

    undo() {
      if (list.isChanging()) return;
      serial.run(async () => {
        const requestId = crypto.randomUUID();
        const visible = list.seen();
        return settle('undo', await api.request('label.undo', { requestId, visible }));
      });
    },
  };
}
