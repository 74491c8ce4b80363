import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { EVERYTHING, speakTo, valueOf } from '../engine-process.ts';
import type { FaultPlaces, ThreadPoint } from './fault-points.ts';
import type { Ledger } from './ledger.ts';
import { giveLabel, importList, type Worker } from './work-at.ts';

const ENGINE = join(dirname(dirname(import.meta.dirname)), 'dist/node/engine.mjs');
/** Milliseconds after its start at which a thread is ended at the latest: it has done its work by then. */
const LONGEST_LIFE: Readonly<Record<ThreadPoint, number>> = {
  'backup-thread': 150,
  'import-thread': 800,
  'version-thread': 800,
  'list-thread': 500,
};
/** Milliseconds in which an engine answers, however busy the machine is. */
const PATIENCE = 30_000;
/** Labels after which a version of the model is due. */
const LABELS_A_VERSION = 25;

/**
 * Ends one thread of the engine at a random moment of its work. Whatever that thread was to do must be answered, the engine must go
 * on, or end so that main sees it, and labels must be saved before and after; then the engine is killed, too.
 */
export async function threadRound(
  { data, resources, lists }: FaultPlaces,
  point: ThreadPoint,
  ledger: Ledger,
  random: () => number,
): Promise<string[]> {
  const hook = pathToFileURL(join(import.meta.dirname, 'end-thread.mjs'));
  hook.searchParams.set('thread', point);
  hook.searchParams.set('after', String(Math.floor(random() * LONGEST_LIFE[point])));
  hook.searchParams.set('how', random() < 0.5 ? 'end' : 'throw');
  const child = fork(ENGINE, ['--data', data, '--resources', resources], {
    serialization: 'advanced',
    execArgv: ['--import', hook.href],
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const hasEnded = once(child, 'exit');
  const asked = speakTo(child, () => {})
    .then(({ request }) => askFor(point, { request, lists, ledger, random }))
    .then(() => 'answered' as const);
  const ended = hasEnded.then(() => 'ended' as const);
  const late = pause(PATIENCE, 'late' as const, { ref: false });
  try {
    const outcome = await Promise.race([ended, asked, late]);
    if (outcome === 'late') return [`${hook.search} and its work is never answered`];
    return outcome === 'answered' || point === 'list-thread' ? [] : [`${hook.search} ended the engine`];
  } finally {
    child.kill('SIGKILL');
    await hasEnded;
  }
}

/** Has a thread do its work, and labels meanwhile and afterwards. What the thread fails at is answered as a trouble. */
async function askFor(point: ThreadPoint, worker: Worker): Promise<void> {
  await giveLabel(worker);
  await Promise.all([labelsUntilDue(point, worker), workOf(point, worker)]);
  await giveLabel(worker);
}

async function workOf(point: ThreadPoint, worker: Worker): Promise<void> {
  const { request } = worker;
  if (point === 'backup-thread') await request('backup.make', {});
  else if (point === 'import-thread') await importList(worker).catch(() => undefined);
  else if (point === 'list-thread') {
    const [feed] = valueOf(await request('feed.list', {}));
    for (;;) {
      const asked = {
        ...EVERYTHING,
        feedId: feed?.id ?? 1,
        search: String(Math.floor(worker.random() * 99)),
      };
      valueOf(await request('headline.list', asked));
    }
  }
}

async function labelsUntilDue(point: ThreadPoint, worker: Worker): Promise<void> {
  const labels = point === 'version-thread' ? LABELS_A_VERSION : 3;
  for (let at = 0; at < labels; at += 1) await giveLabel(worker);
  if (point !== 'version-thread') return;
  await pause(LONGEST_LIFE[point]);
}
