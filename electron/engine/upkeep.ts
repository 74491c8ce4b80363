import { countChanges, mergeChanges, mergeSteps } from '#classifier/store/count-changes.ts';
import { type BlockKind, writeBlock } from '#classifier/store/feed-blocks.ts';
import { writeStories } from '#classifier/store/feed-stories.ts';
import { findFeed, isSameFeed, markScored } from '#classifier/store/feeds.ts';
import { isVersionDue, isVersionOutdated, keepVersion } from '#classifier/store/versioning.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { MadeByList } from './lists/list-client.ts';
import type { Calibration } from './versions/calibration.ts';

/** Milliseconds without a label after which the engine stores scores and merges what labels have changed of the counts. */
const QUIET = 1500;
/** Where so many changes wait because it never was quiet, a shorter pause has to do. */
const MANY_CHANGES = 512;
const SHORT_PAUSE = 250;

/** Milliseconds after which a version is made of what was labelled last before the start: the first list comes first. */
const AFTER_START = 5000;

/** Work that a label leaves behind and nobody waits for. */
export interface Upkeep {
  /** Notes that something was learned: a version that is due is made beside the desk, the rest once it is quiet. */
  due(): void;
  /** Keeps what the list thread has made, once it is quiet; newer scores of a feed take the place of older ones. */
  keep(made: MadeByList): void;
  stop(): Promise<void>;
}

/**
 * Has a model version made when one is due, and stores blocks that were made, one at a time with requests in between.
 * `onVersion` is told of a new version; `report` gets what SQLite throws.
 */
export function createUpkeep(
  workspace: Workspace,
  calibration: Calibration,
  onVersion: () => void,
  report: (error: unknown) => void,
): Upkeep {
  const waiting = new Map<string, MadeByList>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let steps: Generator<void, void> | undefined;

  function* allWork(): Generator<void, void> {
    yield* mergeSteps(workspace.db);
    for (const [name, made] of waiting) {
      waiting.delete(name);
      yield* store(workspace, made);
    }
  }

  function work(): void {
    try {
      steps ??= allWork();
      if (steps.next().done) steps = undefined;
      else timer = setTimeout(work, 0);
    } catch (error) {
      steps = undefined;
      report(error);
    }
  }

  function mergeAll(): void {
    try {
      if (!workspace.db.readonly) mergeChanges(workspace.db);
    } catch (error) {
      report(error);
    }
  }

  async function calibrate(): Promise<void> {
    try {
      const made = await calibration.run();
      if (made === null || isStopped) return;
      if (!made.ok) report(made.trouble.sentence.en);
      else if (keepVersion(workspace, made.value) !== null) onVersion();
    } catch (error) {
      report(error);
    }
  }

  const atStart = setTimeout(() => {
    if (!workspace.db.readonly && isVersionOutdated(workspace)) void calibrate();
  }, AFTER_START).unref();

  function due(): void {
    clearTimeout(timer);
    if (workspace.db.readonly) return;
    if (isVersionDue(workspace)) void calibrate();
    timer = setTimeout(work, countChanges(workspace.db) < MANY_CHANGES ? QUIET : SHORT_PAUSE);
  }

  return {
    due,
    keep(made) {
      waiting.set(`${made.kind} ${made.feed.id}`, made);
      due();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      clearTimeout(atStart);
      await calibration.stop();
      mergeAll();
    },
  };
}

/** What was made of a list that has grown since, or is gone, is not stored. */
function* store({ db }: Workspace, made: MadeByList): Generator<void, void> {
  const { feed } = made;

  function isAsItWas(): boolean {
    const present = findFeed(db, feed.id);
    return isSameFeed(feed, present) && feed.headlines === present.headlines;
  }

  function* write(kind: BlockKind, blocks: readonly Uint8Array[]): Generator<void, void> {
    for (const [block, data] of blocks.entries()) {
      if (!isAsItWas()) return;
      writeBlock(db, feed.id, kind, block, data);
      yield;
    }
  }

  if (made.kind === 'blocks') {
    yield* write('texts', made.texts);
    yield* write('ranks', made.ranks);
    return;
  }
  if (!isAsItWas()) return;
  if (made.kind === 'stories') {
    writeStories(db, feed.id, made.data);
    return;
  }
  markScored(db, feed.id, '');
  yield* write('scores', made.blocks);
  if (isAsItWas()) markScored(db, feed.id, made.model);
}
