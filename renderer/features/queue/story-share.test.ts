import { expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import type { HeadlineView } from '#contract/views.ts';
import { isTogether } from './story-share.ts';

const headline = (id: number, label: Label | null) => ({ id, label }) as HeadlineView;
const SENSATIONAL = { sensational: true, implausible: false };

it('decides together what nobody decided apart, unless the editor says otherwise', () => {
  const head = headline(1, null);
  const none = new Map<number, boolean>();
  expect(isTogether(head, head, new Map([[1, false]]))).toBe(true);
  expect(isTogether(head, headline(2, null), none)).toBe(true);
  expect(isTogether(head, headline(2, CREDIBLE), none)).toBe(false);
  expect(isTogether(head, headline(2, CREDIBLE), new Map([[2, true]]))).toBe(true);
  expect(isTogether(head, headline(2, null), new Map([[2, false]]))).toBe(false);
});

it('decides anew together what was decided together', () => {
  const head = headline(1, { ...SENSATIONAL });
  expect(isTogether(head, headline(2, { ...SENSATIONAL }), new Map())).toBe(true);
  expect(isTogether(head, headline(2, CREDIBLE), new Map())).toBe(false);
  expect(isTogether(head, headline(2, null), new Map())).toBe(false);
});
