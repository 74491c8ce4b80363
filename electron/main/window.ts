import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Language } from '#contract/bridge.ts';
import { START_PAGE } from './origin.ts';
import { LOCKED_PREFERENCES } from './security/web-preferences.ts';
import { placeOn, type WindowState } from './window-place.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly language: Language;
  readonly title: string;
  /** How the window stood when it was closed; null at the first start. */
  readonly state: WindowState | null;
  readonly onClose: (state: WindowState) => void;
}

/** Paper by day and by night, so that the window does not flash before its page is drawn. */
const PAPER = { light: '#faf8f4', dark: '#17181a' } as const;

/** Opens the one window, shown once its page can be seen. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { state } = options;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = state === null ? null : placeOn(displays, state.place);
  const window = new BrowserWindow({
    ...(place ?? { width: 1280, height: 800 }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: options.title,
    backgroundColor: PAPER[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      ...LOCKED_PREFERENCES,
      preload: options.preload,
      additionalArguments: [`--jianwen-language=${options.language}`],
    },
  });
  if (state?.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    options.onClose({ place: window.getNormalBounds(), isMaximised: window.isMaximized() }),
  );
  // The watch of the page hears of a failure, too.
  window.loadURL(START_PAGE).catch(() => undefined);
  return window;
}
