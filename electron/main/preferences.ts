import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type PreferenceChange, type Preferences, readPreferences } from '#contract/preferences.ts';
import { readWindowState, type WindowState } from './window-place.ts';

/** What the window remembers, in a file of its own beside the window's profile: nothing of the editor's work. */
export interface PreferenceFile {
  get(): Preferences;
  windowState(): WindowState | null;
  /** Stores a change. One that cannot be stored holds until the window is closed, and is told. */
  change(change: PreferenceChange): Result<Preferences>;
  keepWindowState(state: WindowState): void;
}

export function openPreferences(folder: string): PreferenceFile {
  const file = join(folder, 'preferences.json');
  const stored = readStored(file);
  let preferences = readPreferences(stored);
  let windowState = readWindowState((stored as { window?: unknown } | null)?.window);

  function store(): Result<Preferences> {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify({ ...preferences, window: windowState }, null, 2));
      renameSync(`${file}.new`, file);
      return done(preferences);
    } catch {
      return failed(
        trouble(
          'file-unwritable',
          '设置没有存上，关闭窗口前有效。请检查磁盘空间和文件夹权限。',
          'The setting could not be stored; it holds until the window is closed. Check disk space and the folder’s permissions.',
          { file },
        ),
      );
    }
  }

  return {
    get: () => preferences,
    windowState: () => windowState,
    change(change) {
      preferences = { ...preferences, ...change };
      return store();
    },
    keepWindowState(state) {
      windowState = state;
      // The window is about to be gone: there is nobody to tell, and no work depends on its place.
      store();
    },
  };
}

function readStored(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
