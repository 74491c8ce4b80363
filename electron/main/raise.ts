import type { BrowserWindow } from 'electron';

/** Brings the window to the front, however it was put away. */
export function raise(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
