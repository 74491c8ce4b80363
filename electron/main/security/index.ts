import { app, type Session } from 'electron';
import { refuseNavigation } from './navigation.ts';
import { stayOffline } from './offline.ts';
import { serveOwnScheme } from './own-scheme.ts';
import { refusePermissions } from './permissions.ts';
import { refuseWebviews } from './webviews.ts';

/**
 * Sandboxes every page. Not where the app was started with --no-sandbox (root on Linux needs that):
 * there the two together make the child processes crash in a loop.
 */
export function sandboxAll(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Applies the rules that hold for every page to come. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseWebviews(contents);
  });
}

/** Applies the rules of the session, and serves the page. */
export function guardSession(session: Session, rendererFolder: string): void {
  serveOwnScheme(session, rendererFolder);
  refusePermissions(session);
  stayOffline(session);
}
