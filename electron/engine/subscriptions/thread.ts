import { parentPort } from 'node:worker_threads';
import type { Found, Source } from '#classifier/desk/subscriptions/found.ts';
import { lookAt } from '#classifier/desk/subscriptions/look-at.ts';
import { type FolderWatch, watchFolder } from '#classifier/desk/subscriptions/watch-folder.ts';

/**
 * The engine's thread for looks and for watching folders: what it reads comes from strangers, a folder may have thousands
 * of files, and neither must keep a label waiting.
 */

/** A folder that is watched for a subscription. */
export interface WatchedFolder {
  readonly id: number;
  readonly address: string;
}

export type ToLooker =
  | { readonly kind: 'look'; readonly id: number; readonly source: Source }
  /** All folders that are to be watched from now on. */
  | { readonly kind: 'watch'; readonly folders: readonly WatchedFolder[] };

export type FromLooker =
  | { readonly kind: 'looked'; readonly id: number; readonly found: Found }
  /** Something in a watched folder has changed. */
  | { readonly kind: 'changed'; readonly id: number };

const watches = new Map<number, FolderWatch>();

parentPort?.on('message', async (message: ToLooker) => {
  if (message.kind === 'watch') return watchAll(message.folders);
  const { id, source } = message;
  tell({ kind: 'looked', id, found: await lookAt(source) });
});

function watchAll(folders: readonly WatchedFolder[]): void {
  for (const [id, watch] of watches) {
    if (folders.some((one) => one.id === id)) continue;
    watches.delete(id);
    void watch.close();
  }
  for (const { id, address } of folders) {
    if (watches.has(id)) continue;
    const watch = watchFolder(address);
    watches.set(id, watch);
    void follow(id, watch);
  }
}

async function follow(id: number, watch: FolderWatch): Promise<void> {
  for (;;) {
    await watch.changed();
    if (watches.get(id) !== watch) return;
    tell({ kind: 'changed', id });
  }
}

function tell(message: FromLooker): void {
  parentPort?.postMessage(message);
}
