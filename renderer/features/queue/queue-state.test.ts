import { describe, expect, it } from 'vitest';
import type { HeadlinePage, HeadlineView, LabelView } from '#contract/views.ts';
import {
  EMPTY_QUEUE,
  PAGE,
  pagesToFetch,
  type QueueState,
  reduceQueue,
  rowAt,
  selectedOf,
  selectionOf,
} from './queue-state.ts';

function headline(id: number, score: number, label: HeadlineView['label'] = null): HeadlineView {
  const scores = { sensational: score, implausible: 0.1, score, band: 'check', insufficient: false } as const;
  const marks = {
    source: null,
    url: null,
    publishedAt: null,
    reason: null,
    label,
    flagged: false,
    skipped: false,
  };
  return { id, text: `标题${id}`, position: id, scores, model: 'workspace@1.1', ...marks };
}

function page(rows: readonly HeadlineView[], over: Partial<HeadlinePage> = {}): HeadlinePage {
  const places = rows.map(() => ({ feedId: 1, fold: null }));
  const counts = { total: rows.length, found: rows.length, whole: rows.length, keptAt: -1 };
  return { listId: 1, from: 0, rows, places, ...counts, ruleName: null, canFold: true, ...over };
}
const loaded = (...rows: HeadlineView[]): QueueState =>
  reduceQueue(EMPTY_QUEUE, { type: 'list-came', page: page(rows) });
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => headline(from + at + 1, 0.5));
const sensational = { sensational: true, implausible: false };

function saved(row: HeadlineView, others: readonly number[] = []): LabelView {
  return { eventId: 1, savedAt: '2026-01-01T00:00:00Z', row, others };
}

describe('reduceQueue', () => {
  it('selects the first row of a new list, or the one that is kept, wherever it is', () => {
    expect(selectedOf(loaded(headline(5, 0.9), headline(6, 0.8)))?.id).toBe(5);
    const rows = [headline(7, 0.9), headline(5, 0.2)];
    const again = reduceQueue(loaded(headline(5, 0.9)), {
      type: 'list-came',
      page: page(rows, { keptAt: 1 }),
    });
    expect(selectedOf(again)?.id).toBe(5);
    expect(selectedOf(loaded())).toBeNull();
    const far = reduceQueue(EMPTY_QUEUE, {
      type: 'list-came',
      page: page(many(0, PAGE), { total: 1000, keptAt: 950 }),
    });
    expect([far.selected, selectedOf(far)]).toEqual([950, null]);
  });

  it('shows nothing once no list is left, and takes no rows of the list that was there', () => {
    const aged = reduceQueue(loaded(headline(5, 0.9)), { type: 'rows-aged', awaited: [] });
    const emptied = reduceQueue(aged, { type: 'emptied' });
    expect(emptied).toEqual({ ...EMPTY_QUEUE, revision: 2 });
    const late = { type: 'page-came', page: page([headline(5, 0.9)]), revision: 1 } as const;
    expect(reduceQueue(emptied, late)).toBe(emptied);
  });

  it('keeps the selection inside the list', () => {
    const state = loaded(headline(1, 0.9), headline(2, 0.8));
    expect(reduceQueue(state, { type: 'row-moved', by: 10 }).selected).toBe(1);
    expect(reduceQueue(state, { type: 'row-moved', by: -1 })).toBe(state);
    expect(reduceQueue(loaded(), { type: 'row-moved', by: 1 }).selected).toBe(-1);
  });

  it('shows a decision, goes to the next row, and gives those in sight their new scores when they come', () => {
    const before = loaded(headline(1, 0.9), headline(2, 0.8), headline(3, 0.7));
    const view = saved(headline(1, 0.2, sensational));
    const after = reduceQueue(before, { type: 'label-saved', view, awaited: [1, 2] });
    const told = (state: QueueState) =>
      [0, 1, 2]
        .map((index) => rowAt(state, index))
        .map((row) => [row?.headline.id, row?.headline.scores.score, row?.revision]);
    expect(told(after)).toEqual([
      [1, 0.2, 1],
      [2, 0.8, 1],
      [3, 0.7, 0],
    ]);
    expect(rowAt(after, 1)?.headline).toBe(rowAt(before, 1)?.headline);
    expect(selectedOf(after)?.id).toBe(2);
    expect([pagesToFetch(after, 0, 1), pagesToFetch(after, 0, 2)]).toEqual([[], [0]]);
    const rows = [headline(1, 0.2, sensational), headline(2, 0.85)];
    expect(told(reduceQueue(after, { type: 'rows-came', rows }))).toEqual([
      [1, 0.2, 1],
      [2, 0.85, 1],
      [3, 0.7, 0],
    ]);
  });

  it('keeps a decision that was made while a page with its row was on its way', () => {
    const before = loaded(headline(1, 0.9), headline(2, 0.8), headline(3, 0.7));
    const view = saved(headline(1, 0.2, sensational));
    const decided = reduceQueue(before, { type: 'label-saved', view, awaited: [1, 2] });
    const rows = [headline(1, 0.9), headline(2, 0.8), headline(3, 0.6)];
    const after = reduceQueue(decided, { type: 'page-came', page: page(rows), revision: before.revision });
    expect([0, 1, 2].map((index) => rowAt(after, index)?.headline.label)).toEqual([sensational, null, null]);
    expect([0, 1, 2].map((index) => rowAt(after, index)?.revision)).toEqual([1, 1, 0]);
    expect(rowAt(after, 2)?.headline.scores.score).toBe(0.6);
    const again = reduceQueue(after, { type: 'page-came', page: page(rows), revision: after.revision });
    expect(rowAt(again, 0)?.headline.label).toBeNull();
  });

  it('returns to the headline of a decision that was taken back', () => {
    const state = { ...loaded(headline(1, 0.9), headline(2, 0.8)), selected: 1 };
    const turned = (headlineId: number) =>
      reduceQueue(state, {
        type: 'step-turned',
        view: {
          kind: 'undo',
          savedAt: '2026-01-01T00:00:00Z',
          changes: [],
          changesInAll: 1,
          place: { feedId: 1, headlineId },
          rows: [],
        },
      });
    expect(selectedOf(turned(1))?.id).toBe(1);
    expect(selectedOf(turned(99))?.id).toBe(2);
  });

  it('extends the selection from where it began, and gives all of it the label', () => {
    const rows = [headline(1, 0.9), headline(2, 0.8), headline(3, 0.7), headline(4, 0.6)];
    const extended = [1, 1].reduce<QueueState>(
      (state, by) => reduceQueue(state, { type: 'row-moved', by, extends: true }),
      loaded(...rows),
    );
    expect(selectionOf(extended)).toEqual({ first: 0, last: 2 });
    const view = saved(headline(1, 0.9, sensational), [2, 3]);
    const decided = reduceQueue(extended, { type: 'label-saved', view, awaited: [] });
    expect([0, 1, 2, 3].map((at) => rowAt(decided, at)?.headline.label)).toEqual([
      sensational,
      sensational,
      sensational,
      null,
    ]);
    expect(selectionOf(decided)).toEqual({ first: 3, last: 3 });
    expect(selectionOf(reduceQueue(extended, { type: 'row-moved', by: -2 }))).toEqual({ first: 0, last: 0 });
  });

  it('marks rows without making them old', () => {
    const state = reduceQueue(loaded(headline(1, 0.9), headline(2, 0.8)), {
      type: 'marks-changed',
      ids: [2],
      marks: { flagged: true },
    });
    expect([0, 1].map((at) => rowAt(state, at)?.headline.flagged)).toEqual([false, true]);
    expect(pagesToFetch(state, 0, 1)).toEqual([]);
  });

  it('keeps marks that were set while a page with their row was on its way', () => {
    const before = loaded(headline(1, 0.9), headline(2, 0.8));
    const marked = reduceQueue(before, { type: 'marks-changed', ids: [2], marks: { flagged: true } });
    const rows = [headline(1, 0.9), headline(2, 0.8)];
    const after = reduceQueue(marked, { type: 'page-came', page: page(rows), revision: before.revision });
    expect([0, 1].map((at) => rowAt(after, at)?.headline.flagged)).toEqual([false, true]);
    const aged = reduceQueue(before, { type: 'rows-aged', awaited: [1] });
    const old = reduceQueue(aged, { type: 'marks-changed', ids: [2], marks: { flagged: true } });
    expect([pagesToFetch(old, 0, 0), pagesToFetch(old, 0, 1)]).toEqual([[], [0]]);
  });

  it('holds pages of a long list wherever they are, and knows which are missing', () => {
    const first = reduceQueue(EMPTY_QUEUE, {
      type: 'list-came',
      page: page(many(0, PAGE), { total: 1_000_000 }),
    });
    expect(pagesToFetch(first, 90, 210)).toEqual([1, 2]);
    expect([pagesToFetch(first, 0, 40), pagesToFetch(first, 0, 60)]).toEqual([[], [1]]);
    const there = { type: 'page-came', revision: 0 } as const;
    const far = reduceQueue(first, {
      ...there,
      page: page(many(999_900, PAGE), { from: 999_900, total: 1_000_000 }),
    });
    expect(rowAt(far, 999_999)?.headline.id).toBe(1_000_000);
    expect(rowAt(far, 500_000)).toBeUndefined();
    expect(pagesToFetch(far, 999_980, 1_000_020)).toEqual([]);
    const ofAnotherList = page(many(0, PAGE), { listId: 2, from: 200 });
    expect(reduceQueue(far, { ...there, page: ofAnotherList })).toBe(far);
  });

  it('keeps a bounded number of pages, those around the newest', () => {
    let state = loaded(...many(0, PAGE));
    for (let number = 1; number < 200; number += 1) {
      const next = page(many(number * PAGE, PAGE), { from: number * PAGE, total: 20_000 });
      state = reduceQueue(state, { type: 'page-came', page: next, revision: 0 });
    }
    expect(state.pages.size).toBeLessThan(100);
    expect([rowAt(state, 0), rowAt(state, 19_999)?.headline.id]).toEqual([undefined, 20_000]);
  });

  it('says that its order is outdated when its own list is', () => {
    const state = loaded(headline(1, 0.9));
    const rescored = (outdated: readonly number[]) => reduceQueue(state, { type: 'rescored', outdated });
    expect([rescored([2]).isOutdated, rescored([1, 2]).isOutdated]).toEqual([false, true]);
  });

  it('takes rows for old after a new model, but for those that are on their way', () => {
    const state = loaded(headline(1, 0.9), headline(2, 0.8));
    const aged = reduceQueue(state, { type: 'rows-aged', awaited: [1] });
    expect([pagesToFetch(state, 0, 1), pagesToFetch(aged, 0, 0), pagesToFetch(aged, 0, 1)]).toEqual([
      [],
      [],
      [0],
    ]);
  });
});
