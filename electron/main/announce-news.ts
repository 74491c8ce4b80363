import { app, type BrowserWindow } from 'electron';
import type { SubscriptionNews } from '#contract/subscription-views.ts';
import { notifyAway } from './notify-away.ts';
import type { Strings } from './strings.ts';

/**
 * Tells an editor who is elsewhere that doubtful headlines have come: by a notification, by a window that asks for
 * attention, and by their number on the icon where the system has such numbers, until the window is in front again.
 */
export function createAnnouncer(window: BrowserWindow, strings: Strings): (news: SubscriptionNews) => void {
  window.on('focus', () => {
    app.setBadgeCount(0);
    window.flashFrame(false);
  });
  return ({ name, flagged, flaggedCount }) => {
    if (flaggedCount === 0 || window.isDestroyed() || window.isFocused()) return;
    notifyAway(window, {
      title: strings.flaggedNews.replace('%n', String(flaggedCount)).replace('%s', name),
      body: flagged.join('\n'),
    });
    app.setBadgeCount(app.getBadgeCount() + flaggedCount);
    window.flashFrame(true);
  };
}
