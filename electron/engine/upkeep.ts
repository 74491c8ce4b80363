import { rescoreFeed } from '#classifier/desk/rescore.ts';
import { listFeeds } from '#classifier/store/feeds.ts';
import { createVersion, isVersionDue } from '#classifier/store/versioning.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/** Milliseconds without a label after which the engine sees to versions and stored scores. */
const QUIET = 1500;

/** Work that a label leaves behind and nobody waits for. */
export interface Upkeep {
  /** Notes that something was learned; upkeep starts once it is quiet. */
  due(): void;
  stop(): void;
}

/**
 * Makes a model version when one is due, then brings the stored scores of all feeds to the present model, slice by
 * slice with other requests in between. A new label starts it anew. `report` gets what SQLite throws.
 */
export function createUpkeep(workspace: Workspace, report: (error: unknown) => void): Upkeep {
  let timer: NodeJS.Timeout | undefined;
  let slices: Generator<void, void> | undefined;

  function work(): void {
    try {
      slices ??= allWork(workspace);
      if (slices.next().done) slices = undefined;
      else timer = setTimeout(work, 0);
    } catch (error) {
      slices = undefined;
      report(error);
    }
  }

  return {
    due() {
      clearTimeout(timer);
      slices = undefined;
      timer = setTimeout(work, QUIET);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

function* allWork(workspace: Workspace): Generator<void, void> {
  if (isVersionDue(workspace)) createVersion(workspace);
  yield;
  for (const { id } of listFeeds(workspace.db)) yield* rescoreFeed(workspace, id);
}
