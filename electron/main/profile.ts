import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder for the window's own profile (caches; nothing of the editor's) beside a workspace that was named on
 * the command line. So each workspace has one window, and two workspaces can be open at once. Where that folder
 * cannot be made, one in the usual place: the engine will say what is wrong with the workspace.
 */
export function profileFolder(dataFolder: string, usualFolder: string): string {
  const folder = join(dataFolder, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return join(usualFolder, 'unwritable');
  }
}
