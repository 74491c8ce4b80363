import type { HeadlineView } from '#contract/views.ts';

/** A headline as the window gets it, flagged and not labelled; with other values where a test is about them. */
export function headlineView(over: Partial<HeadlineView> = {}): HeadlineView {
  return {
    id: 1,
    text: '县里 3 人受伤',
    position: 1,
    scores: { sensational: 0.81, implausible: 0.005, score: 0.82, band: 'flag', insufficient: false },
    model: 'workspace@1.1',
    reason: null,
    label: null,
    flagged: false,
    skipped: false,
    source: null,
    url: null,
    publishedAt: null,
    ...over,
  };
}
