import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './desk.ts';

/** A second window that a test opens inside the app, whose preload script hands the page a bare invoke. */
export interface RawWindow {
  /** Runs a function in the page, or in the first frame within it. */
  run<A, T>(code: (args: A) => T | Promise<T>, args: A, where?: 'page' | 'frame'): Promise<T>;
  close(): Promise<void>;
}

export interface RawWindowOptions {
  readonly folder: string;
  readonly address: string;
  /** A stranger has a session of its own, in which the app's rules of sessions do not hold; the app's rules of pages do. */
  readonly isStranger: boolean;
  /** Answers the own scheme in the stranger's session and lets frames load, so that a frame bears the page's own address. */
  readonly hasOwnFrame?: boolean;
}

const PRELOAD = `
const { ipcRenderer } = require('electron');
globalThis.invoke = (channel, args) => ipcRenderer.invoke(channel, args);
`;

export async function openRawWindow(desk: Desk, options: RawWindowOptions): Promise<RawWindow> {
  const preload = join(options.folder, 'raw-preload.js');
  writeFileSync(preload, PRELOAD);
  const id = await desk.app.evaluate(openInMain, { ...options, preload });
  return {
    run: (code, args, where = 'page') => {
      const source = `(${code.toString()})(${JSON.stringify(args)})`;
      return desk.app.evaluate(runInMain, { id, source, where }) as Promise<never>;
    },
    close: () =>
      desk.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.fromId(wanted)?.destroy(), id),
  };
}

type Electron = typeof import('electron');

async function openInMain(
  { BrowserWindow, session }: Electron,
  options: RawWindowOptions & { readonly preload: string },
): Promise<number> {
  const partition = options.isStranger ? { partition: `stranger-${Math.random()}` } : {};
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...{ preload: options.preload, contextIsolation: false, sandbox: true, webviewTag: true },
      ...{ nodeIntegrationInSubFrames: true, ...partition },
    },
  });
  if (options.hasOwnFrame) {
    window.webContents.removeAllListeners('will-frame-navigate');
    const page = () => new Response('<p>own', { headers: { 'Content-Type': 'text/html' } });
    if (window.webContents.session !== session.defaultSession)
      window.webContents.session.protocol.handle('jianwen', page);
  }
  // A page that is refused is what some tests are about.
  await window.loadURL(options.address).catch(() => undefined);
  return window.id;
}

function runInMain(
  { BrowserWindow }: Electron,
  { id, source, where }: { readonly id: number; readonly source: string; readonly where: 'page' | 'frame' },
): Promise<unknown> {
  const page = BrowserWindow.fromId(id)?.webContents.mainFrame;
  const frame = where === 'page' ? page : page?.frames[0];
  if (frame === undefined) throw new Error('The window has no such frame.');
  return frame.executeJavaScript(source, true);
}
