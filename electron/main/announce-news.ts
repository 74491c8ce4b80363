import { app, type BrowserWindow } from 'electron';
import type { SubscriptionNews } from '#contract/subscription-views.ts';
import { notifyAway } from './notify-away.ts';
import type { Strings } from './strings.ts';

/**
 * Tells an editor who is elsewhere that doubtful headlines have come: a notification, and their number on the icon until
 * the window is in front again.
 */
export function announceNews(
  window: BrowserWindow,
  { name, flagged, flaggedCount }: SubscriptionNews,
  strings: Strings,
): void {
  if (flaggedCount === 0 || window.isDestroyed() || window.isFocused()) return;
  notifyAway(window, {
    title: strings.flaggedNews.replace('%n', String(flaggedCount)).replace('%s', name),
    body: flagged.join('\n'),
  });
  app.setBadgeCount(app.getBadgeCount() + flaggedCount);
  window.flashFrame(true);
  window.once('focus', () => {
    app.setBadgeCount(0);
    window.flashFrame(false);
  });
}
