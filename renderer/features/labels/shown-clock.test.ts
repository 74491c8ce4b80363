import { describe, expect, it } from 'vitest';
import type { HeadlineView } from '#contract/views.ts';
import { headlineView } from '../../testing/headline-view.ts';
import { createShownClock, MOST_SECONDS } from './shown-clock.ts';

const headline = (id: number): HeadlineView => headlineView({ id, model: 'workspace@3.1' });

describe('the clock of what is shown', () => {
  it('counts from a headline’s appearing to the key, not from later looks at the same', () => {
    let now = 1000;
    const clock = createShownClock(() => now);
    clock.see(1);
    now = 2000;
    clock.see(1);
    expect(clock.before(headline(1), 3250)).toEqual({
      seconds: 2.25,
      score: 0.82,
      band: 'flag',
      model: 'workspace@3.1',
    });
    clock.see(2);
    expect(clock.before(headline(2), 2600).seconds).toBe(0.6);
  });

  it('says none for a headline decided before it was seen, and no more than ten minutes', () => {
    let now = 0;
    const clock = createShownClock(() => now);
    expect(clock.before(headline(1), 5000).seconds).toBe(0);
    clock.see(1);
    now = 400;
    clock.see(2);
    expect(clock.before(headline(2), 100).seconds).toBe(0);
    expect(clock.before(headline(2), 9e9).seconds).toBe(MOST_SECONDS);
  });
});
