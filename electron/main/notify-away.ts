import { type BrowserWindow, Notification } from 'electron';
import { raise } from './raise.ts';

/** Shows a notification of the system, unless the window is in front; a click on it brings the window there. */
export function notifyAway(
  window: BrowserWindow,
  { title, body }: { readonly title: string; readonly body: string },
): void {
  if (window.isFocused() || !Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', () => raise(window));
  notification.show();
}
