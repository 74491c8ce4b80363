import { Worker } from 'node:worker_threads';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Found } from '#classifier/desk/found.ts';
import { type FeedImport, importOf, keepRejected, storeStep } from '#classifier/desk/store-feed.ts';
import { type Feed, findFeedByDigest } from '#classifier/store/feeds.ts';
import { dropStaged, finishFeed, type StagedFeed, stageFeed } from '#classifier/store/staged-feed.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { ImportProgress } from '#contract/events.ts';
import type { ListThreadData } from '../lists/protocol.ts';
import { threadEnded } from '../thread-ended.ts';
import { threadFile } from '../thread-file.ts';
import { isOutOfMemory, tooMuchForMemory } from './memory.ts';
import type { FromImport, ImportSource, ImportThreadData } from './protocol.ts';
import { isSmall } from './source-reading.ts';

/** Steps that wait to be stored while the thread goes on. */
const AHEAD = 3;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

/** Imports one list after the other. */
export interface Imports {
  open(source: ImportSource): Promise<Result<FeedImport>>;
  /** Ends the import under way, which leaves nothing behind. */
  cancel(): void;
  /** Cancels what is under way and what waits, and answers once nothing of it reads or writes the workspace any more. */
  stop(): Promise<void>;
}

export interface ImportTools extends ListThreadData {
  readonly workspace: Workspace;
  /** Null when the import has ended. */
  readonly onProgress: (progress: ImportProgress | null) => void;
  /** Told of a long list that was stored; its import has ended once this is done. */
  readonly onStored: (feed: Feed) => Promise<unknown>;
  /** Told why what an import left behind could not be removed yet; the next import goes on with it. */
  readonly onTrouble: (trouble: Trouble) => void;
}

export function createImports(tools: ImportTools): Imports {
  const { workspace } = tools;
  const { db, file } = workspace;
  let cancel = () => {};
  let isStopped = false;
  let isLeft = !db.readonly;
  let last: Promise<unknown> = tidy();

  /** Removes what imports left behind, with other requests in between. */
  async function tidy(): Promise<void> {
    if (!isLeft || isStopped) return;
    try {
      for (const _ of dropStaged(db)) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isStopped) return;
      }
      isLeft = false;
    } catch (error) {
      tools.onTrouble(storeTrouble(error, file));
    }
  }

  async function run(source: ImportSource): Promise<Result<FeedImport>> {
    const isShort = await isSmall(source);
    if (isStopped) return failed(cancelled());
    if (isShort) {
      const { importFeedFile, importFeedText } = await import('#classifier/desk/feed-import.ts');
      return source.kind === 'file'
        ? importFeedFile(workspace, source.path, source.choices)
        : importFeedText(workspace, source.name, source.text, source.choices);
    }
    let isKept = false;
    try {
      const outcome = await importByThread(tools, source, (stop) => {
        cancel = stop;
      });
      isKept = outcome.ok && !outcome.value.known;
      if (outcome.ok && isKept) await tools.onStored(outcome.value.feed);
      return outcome;
    } finally {
      isLeft ||= !isKept;
      cancel = () => {};
      tools.onProgress(null);
    }
  }

  return {
    open(source) {
      const outcome = last.then(() => run(source));
      last = outcome.then(tidy, tidy);
      return outcome;
    },
    cancel: () => cancel(),
    async stop() {
      isStopped = true;
      cancel();
      await last;
    },
  };
}

function importByThread(
  tools: ImportTools,
  source: ImportSource,
  onStart: (cancel: () => void) => void,
): Promise<Result<FeedImport>> {
  const { workspace, folder, resources, onProgress } = tools;
  const { db } = workspace;
  const credit = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const data: ImportThreadData = { folder, resources, source, credit, looksOnly: false };
  const thread = new Worker(threadFile('imports/thread', 'import-thread'), { workerData: data });
  let staged: StagedFeed | undefined;
  let found: (FromImport & { kind: 'found' }) | undefined;
  let rejected: Found['rejected'] = [];
  let stored = 0;
  let reported = 0;

  function goOn(steps: number): void {
    Atomics.add(new Int32Array(credit), 0, steps);
    Atomics.notify(new Int32Array(credit), 0);
  }

  function report(total: number, name: string): void {
    if (performance.now() - reported < REPORT_EVERY) return;
    reported = performance.now();
    onProgress({ name, done: stored, total });
  }

  /** The outcome, once there is one. */
  function receive(message: FromImport): Result<FeedImport> | null {
    if (message.kind === 'failed') return failed(message.trouble);
    if (message.kind === 'found') {
      const present = findFeedByDigest(db, message.digest);
      if (present) return done(importOf(message.told, message.listed, { feed: present, known: true }));
      const { name, headlines } = message;
      staged = stageFeed(db, { name, importedAt: workspace.now(), headlines });
      found = message;
      report(headlines, name);
      goOn(AHEAD);
      return null;
    }
    if (staged === undefined || found === undefined || message.kind === 'looked') return null;
    if (message.kind === 'step') {
      storeStep(db, staged, message.step);
      if (message.step.kind === 'scores') stored += message.step.headlines;
      report(found.headlines, found.name);
      goOn(1);
      return null;
    }
    const { digest, headlines, told, listed } = found;
    const { scoredWith } = message;
    rejected = told.rejected;
    return done(importOf(told, listed, finishFeed(db, staged, { digest, headlines, scoredWith })));
  }

  return new Promise((resolve, reject) => {
    const waiting: FromImport[] = [];
    let ended = false;
    const stop = () => {
      ended = true;
      thread.removeAllListeners();
      thread.on('error', () => undefined);
      void thread.terminate();
    };
    const end = (outcome: Result<FeedImport>) => {
      stop();
      resolve(outcome.ok ? keepRejected(workspace, outcome.value, { rejected }) : outcome);
    };
    onStart(() => end(failed(cancelled())));
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    thread.on('error', (error) => {
      if (isOutOfMemory(error)) end(failed(tooMuchForMemory()));
      else fail(error);
    });
    let isGone = false;
    const work = () => {
      const message = waiting.shift();
      if (ended) return;
      if (message === undefined) {
        if (isGone) end(failed(threadEnded()));
        return;
      }
      try {
        const outcome = receive(message);
        if (outcome !== null) end(outcome);
      } catch (error) {
        fail(error);
      }
    };
    // One message a turn: a port gives all it has at once, and a label would wait for all of them.
    thread.on('message', (message: FromImport) => {
      waiting.push(message);
      setImmediate(work);
    });
    // What it said before it ended is worked through first: that may be all.
    thread.once('exit', () => {
      isGone = true;
      setImmediate(work);
    });
  });
}

function cancelled() {
  return trouble(
    'cancelled',
    '已取消导入，没有留下任何内容。',
    'The import was cancelled; nothing of it was kept.',
  );
}
