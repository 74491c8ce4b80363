import { read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import { isStale, markScored } from '#classifier/store/feeds.ts';
import { scoreUpdater, sliceOfFeed } from '#classifier/store/headlines.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

const SLICE = 2000;

/**
 * Brings the stored scores of a feed to the present model, a slice at a time. Between two slices a label may be
 * learned; then the feed stays stale and the next call starts anew. Yields after each slice.
 */
export function* rescoreFeed(workspace: Workspace, feedId: number): Generator<void, void> {
  const { db, reader } = workspace;
  const name = workspace.model.name;
  if (!isStale(db, feedId, name)) return;
  let after = 0;
  for (;;) {
    const slice = sliceOfFeed(db, feedId, after, SLICE);
    const last = slice.at(-1);
    if (last === undefined) break;
    db.transaction(() => {
      const update = scoreUpdater(db);
      for (const { id, text } of slice) update(id, score(workspace.model, read(reader, text)).score);
    }).immediate();
    after = last.id;
    yield;
  }
  if (workspace.model.name === name) markScored(db, feedId, name);
}
