import type { WebContents } from 'electron';
import { countDeath, MOST_DEATHS } from './death-watch.ts';
import { isOwnAddress } from './origin.ts';

export interface PageWatch {
  /** The page is gone, for this reason. */
  readonly onGone: (reason: string) => void;
  /** The page died three times within a minute, or cannot be loaded: it stays blank. */
  readonly onGivenUp: () => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Chromium's number for a page that another one took the place of while it was loading. */
const ABORTED = -3;

/** Loads the page again after its process died, so that a crash of the page costs no more than a moment. */
export function watchPage(contents: WebContents, { onGone, onGivenUp, now }: PageWatch): void {
  let deaths: readonly number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    onGone(reason);
    if (reason === 'clean-exit') return;
    deaths = countDeath(deaths, now());
    if (deaths.length < MOST_DEATHS) contents.reload();
    else onGivenUp();
  });
  contents.on('did-fail-load', (_event, code, description, address, isMainFrame) => {
    if (!isMainFrame || code === ABORTED || !isOwnAddress(address)) return;
    onGone(description);
    onGivenUp();
  });
}
