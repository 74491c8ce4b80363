import type { HeadlineView, ShownBefore } from '#contract/views.ts';

/** More seconds than these say that the editor was away. */
export const MOST_SECONDS = 600;

/** Notes since when which headline is shown. */
export interface ShownClock {
  /** Tells which headline is shown now; null for none. */
  see(headlineId: number | null): void;
  /** What the editor saw of a headline before a key at this moment, in milliseconds of the same clock. */
  before(headline: HeadlineView, pressedAt: number): ShownBefore;
}

export function createShownClock(now: () => number): ShownClock {
  let shown: number | null = null;
  let since = 0;
  return {
    see(headlineId) {
      if (headlineId === shown) return;
      shown = headlineId;
      since = now();
    },
    before({ id, scores, model }, pressedAt) {
      const seconds = id === shown ? Math.max(0, pressedAt - since) / 1000 : 0;
      return {
        seconds: Math.min(MOST_SECONDS, Math.round(seconds * 100) / 100),
        score: scores.score,
        band: scores.band,
        model,
      };
    },
  };
}
