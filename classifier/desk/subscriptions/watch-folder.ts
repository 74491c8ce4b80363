import { watch } from 'chokidar';

/** Tells when something in a folder, or a file, has changed. */
export interface FolderWatch {
  /** Resolves at the next change, or at once where one has come since it was asked last. */
  changed(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds for which a file must keep its size before it counts as written. */
const SETTLED = 200;

/** Watches a folder without those inside it, or a single file; neither has to be there yet. */
export function watchFolder(path: string): FolderWatch {
  let isChanged = false;
  let wake: (() => void) | null = null;
  const watcher = watch(path, {
    depth: 0,
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: SETTLED / 4 },
  });
  watcher.on('all', () => {
    isChanged = true;
    wake?.();
  });
  // A system that cannot watch any more folders is no reason to stop: time calls for looks as well.
  watcher.on('error', () => undefined);
  return {
    async changed() {
      if (!isChanged) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      wake = null;
      isChanged = false;
    },
    close: () => watcher.close(),
  };
}
