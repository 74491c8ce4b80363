import { type BrowserWindow, Notification } from 'electron';
import { raise } from './raise.ts';

/** What is shown still: a notification that nothing holds may be collected, and a click on it would do nothing. */
const shown = new Set<Notification>();

/** Shows a notification of the system, unless the window is in front; a click on it brings the window there. */
export function notifyAway(
  window: BrowserWindow,
  { title, body }: { readonly title: string; readonly body: string },
): void {
  if (window.isFocused() || !Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  const forget = () => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    raise(window);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}
