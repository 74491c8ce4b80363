import { describe, expect, it } from 'vitest';
import type { HeadlineView, LabelView } from '#contract/views.ts';
import {
  EMPTY_QUEUE,
  idsAround,
  isOutOfOrder,
  type QueueState,
  reduceQueue,
  selectedOf,
} from './queue-state.ts';

function headline(id: number, score: number, label: HeadlineView['label'] = null): HeadlineView {
  const scores = { sensational: score, implausible: 0.1, score, band: 'check', insufficient: false } as const;
  return { id, text: `标题${id}`, position: id, scores, reason: null, label };
}

const page = (...rows: HeadlineView[]) => ({ rows, next: null, total: rows.length });
const loaded = (...rows: HeadlineView[]): QueueState =>
  reduceQueue(EMPTY_QUEUE, { type: 'list-came', page: page(...rows), keep: null });
const sensational = { sensational: true, implausible: false };

function saved(headlineId: number, rows: readonly HeadlineView[]): LabelView {
  return { eventId: 1, savedAt: '2026-01-01T00:00:00Z', headlineId, label: sensational, rows };
}

describe('reduceQueue', () => {
  it('selects the first row of a new list, or the one that is kept', () => {
    expect(selectedOf(loaded(headline(5, 0.9), headline(6, 0.8)))?.id).toBe(5);
    const again = reduceQueue(loaded(headline(5, 0.9)), {
      type: 'list-came',
      page: page(headline(7, 0.9), headline(5, 0.2)),
      keep: 5,
    });
    expect(selectedOf(again)?.id).toBe(5);
    expect(selectedOf(loaded())).toBeNull();
  });

  it('keeps the selection inside the list', () => {
    const state = loaded(headline(1, 0.9), headline(2, 0.8));
    expect(reduceQueue(state, { type: 'row-moved', by: 10 }).selected).toBe(1);
    expect(reduceQueue(state, { type: 'row-moved', by: -1 })).toBe(state);
    expect(reduceQueue(loaded(), { type: 'row-moved', by: 1 }).selected).toBe(-1);
  });

  it('gives rows their new scores after a decision, keeps the order and goes to the next', () => {
    const before = loaded(headline(1, 0.9), headline(2, 0.8), headline(3, 0.7));
    const after = reduceQueue(before, {
      type: 'label-saved',
      view: saved(1, [headline(1, 0.2, sensational), headline(2, 0.85)]),
      goTo: 'next',
    });
    expect(after.rows.map((row) => [row.headline.id, row.headline.scores.score, row.revision])).toEqual([
      [1, 0.2, 1],
      [2, 0.85, 1],
      [3, 0.7, 0],
    ]);
    expect(selectedOf(after)?.id).toBe(2);
    expect([isOutOfOrder(before.rows), isOutOfOrder(after.rows)]).toEqual([false, true]);
  });

  it('returns to the headline of a decision that was taken back', () => {
    const state = { ...loaded(headline(1, 0.9), headline(2, 0.8)), selected: 1 };
    const view = { ...saved(1, []), label: null };
    expect(selectedOf(reduceQueue(state, { type: 'label-saved', view, goTo: 'there' }))?.id).toBe(1);
    const elsewhere = reduceQueue(state, { type: 'label-saved', view: saved(99, []), goTo: 'there' });
    expect(selectedOf(elsewhere)?.id).toBe(2);
  });

  it('appends a page and leaves out what is there already', () => {
    const state = loaded(headline(1, 0.9), headline(2, 0.8));
    const more = reduceQueue(state, { type: 'page-came', page: page(headline(2, 0.5), headline(3, 0.4)) });
    expect(more.rows.map((row) => row.headline.id)).toEqual([1, 2, 3]);
  });
});

describe('idsAround', () => {
  it('takes at most so many, around the selected row', () => {
    const rows = Array.from({ length: 10 }, (_, at) => headline(at + 1, 1 - at / 10));
    const at = (selected: number) => idsAround({ ...loaded(...rows), selected }, 4);
    expect([at(0), at(5), at(9)]).toEqual([
      [1, 2, 3, 4],
      [4, 5, 6, 7],
      [7, 8, 9, 10],
    ]);
    expect(idsAround(loaded(headline(1, 0.5)), 4)).toEqual([1]);
  });
});
