import { expect, it } from 'vitest';
import type { EvidenceView } from '#contract/views.ts';
import { foldParts } from './fold-parts.ts';

const parts = (count: number): EvidenceView[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'base', logOdds: 1 / (at + 1) }));
const sum = (views: readonly { readonly logOdds: number }[]) =>
  views.reduce((total, view) => total + view.logOdds, 0);

it('adds the hidden parts up, so that the table keeps its sum', () => {
  const all = parts(40);
  const { shown, rest } = foldParts(all, false);
  expect([shown.length, rest?.count]).toEqual([9, 31]);
  expect(sum(shown) + (rest?.logOdds ?? 0)).toBeCloseTo(sum(all), 12);
});

it('folds neither a short table nor an open one', () => {
  expect(foldParts(parts(11), false)).toEqual({ shown: parts(11), rest: null });
  expect(foldParts(parts(40), true).rest).toBeNull();
});
