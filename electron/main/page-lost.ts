import { app, type BrowserWindow, dialog } from 'electron';
import type { Strings } from './strings.ts';

export interface LostPage {
  readonly window: BrowserWindow;
  readonly strings: Strings;
  readonly showLog: () => void;
}

/** The answers, in the order of their buttons. */
const RELOAD = 0;
const SHOW_LOG = 1;

/** Says in a dialog of the system that the page is gone for good, and asks the editor what to do. */
export async function askWhatNow({ window, strings, showLog }: LostPage): Promise<void> {
  if (window.isDestroyed()) return;
  window.show();
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: strings.appName,
    message: strings.pageLost,
    detail: strings.pageLostText,
    buttons: [strings.reload, strings.showLog, strings.quit],
    cancelId: RELOAD,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === RELOAD) return window.webContents.reload();
  if (response !== SHOW_LOG) return app.quit();
  showLog();
  return askWhatNow({ window, strings, showLog });
}
