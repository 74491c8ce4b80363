import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineProcess } from '../engine-process.ts';
import { valueOf } from '../engine-process.ts';
import type { FaultPoint } from './fault-points.ts';
import type { Ledger } from './ledger.ts';

/** Headlines of a list that a thread of its own imports. */
const IMPORTED = 5_000;

/** Who works: what it asks, where its lists lie, and where what was acknowledged is noted. */
export interface Worker {
  readonly request: EngineProcess['request'];
  readonly lists: string;
  readonly ledger: Ledger;
  readonly random: () => number;
}

/** What is done at one point, without a pause. Never ends by itself, nor after the engine was killed: what was asked then is never answered. */
export async function workAt(point: FaultPoint, worker: Worker, onDone: () => void): Promise<never> {
  for (let at = 0; ; at += 1) {
    await stepAt(point, at, worker);
    onDone();
  }
}

async function stepAt(point: FaultPoint, at: number, worker: Worker): Promise<void> {
  const { request, ledger, random } = worker;
  const requestId = crypto.randomUUID();
  if (point === 'import' || (point === 'main' && at % 8 === 7)) return importList(worker);
  if (point === 'forget') return forgetStep(worker);
  if (point === 'work') {
    const change = { field: 'note', value: `备注 ${requestId}` } as const;
    valueOf(await request('work.put', { requestId, headlineId: headlineOf(random), change }));
    ledger.work.add(requestId);
  } else if (point === 'retrain') {
    const costs = { miss: 5 + Math.floor(random() * 20), falseAlarm: 5, look: 1 } as const;
    valueOf(await request('model.costs', { requestId, costs }));
    ledger.versions.add(requestId);
  } else if (point === 'restore') {
    const { versions } = valueOf(await request('model.versions', {}));
    const version = versions[Math.floor(random() * versions.length)];
    const restored = await request('model.restore', { requestId, versionId: version?.id ?? 1 });
    if (restored.ok) ledger.versions.add(requestId);
  } else if (point === 'backup' && at % 2 === 1) {
    valueOf(await request('backup.make', {}));
  } else if (point === 'recovery' && at > 0) {
    // What is restored is the very state that stands: whenever the engine dies, all that was acknowledged is there.
    const { name } = valueOf(await request('backup.make', {}));
    valueOf(await request('backup.restore', { name }));
  } else if ((point === 'undo' || point === 'main' || point === 'app') && at % 3 > 0) {
    const turned = await request(at % 3 === 1 ? 'step.undo' : 'step.redo', { requestId, visible: [] });
    if (turned.ok) ledger.turns.add(requestId);
  } else await giveLabel(worker);
}

/** Labels a headline, or four as one step. */
export async function giveLabel({ request, ledger, random }: Worker): Promise<void> {
  const requestId = crypto.randomUUID();
  const label = { sensational: random() < 0.5, implausible: random() < 0.5 };
  const others = random() < 0.2 ? { others: [41, 42, 43] } : {};
  const headlineId = headlineOf(random);
  valueOf(await request('label.put', { requestId, headlineId, label, ...others }));
  ledger.labels.add(requestId);
}

/** Has somebody label a headline, or brings a small list, and deletes that for good: what only they had may stand nowhere then. */
async function forgetStep({ request, ledger, random }: Worker): Promise<void> {
  const tag = `机密${Math.floor(random() * 1e12)}`;
  ledger.forgotten.set(tag, false);
  const requestId = crypto.randomUUID();
  if (random() < 0.5) {
    valueOf(await request('editors.choose', { name: tag }));
    const label = { sensational: true, implausible: random() < 0.5 };
    valueOf(await request('label.put', { requestId, headlineId: headlineOf(random), label }));
    valueOf(await request('forget.carry-out', { doomed: { kind: 'annotator', annotator: tag } }));
  } else {
    const text = Array.from({ length: 40 }, (_, line) => `${tag}第${line}条：老井喷出牛奶`).join('\n');
    const { feed } = valueOf(await request('feed.paste', { text }));
    valueOf(
      await request('forget.carry-out', { doomed: { kind: 'feed', feedId: feed.id, withLabels: true } }),
    );
  }
  ledger.forgotten.set(tag, true);
}

/** Imports a list of its own that is large enough for the import thread. */
export async function importList({ request, lists, ledger, random }: Worker): Promise<void> {
  const path = writeList(lists, random);
  const { feed } = valueOf(await request('feed.open', { path }));
  ledger.feeds.set(feed.id, IMPORTED);
}

/** Writes a list that no other is like, and gives its path. */
export function writeList(lists: string, random: () => number): string {
  const tag = Math.floor(random() * 1e9);
  const path = join(lists, `${tag}.txt`);
  const lines = Array.from({ length: IMPORTED }, (_, line) => `第${tag}号清单第${line}条：市政府发布新规`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function headlineOf(random: () => number): number {
  return 1 + Math.floor(random() * 40);
}
