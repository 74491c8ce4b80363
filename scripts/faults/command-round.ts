import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { forkEngine, speakTo } from '../engine-process.ts';
import type { FaultPlaces } from './fault-points.ts';
import type { Ledger } from './ledger.ts';
import { giveLabel, type Worker, writeList } from './work-at.ts';

const COMMAND = join(dirname(dirname(import.meta.dirname)), 'dist/node/cli.mjs');
/** Milliseconds after its start at which the command is killed at the latest: most have nearly done by then. */
const LONGEST_LIFE = 3_000;
/** Labels of a file; enough to be backed up before. */
const LABELS = 300;

/**
 * Kills a command that imports labels or a list while an engine is given labels beside it, and then the engine. What the command
 * imported must be there whole or not at all, and whole where it said that it was done.
 */
export async function commandRound(
  { data, resources, lists }: FaultPlaces,
  ledger: Ledger,
  random: () => number,
): Promise<void> {
  const engine = await speakTo(forkEngine(data, resources), () => {});
  const worker = { request: engine.request, lists, ledger, random };
  const isOfLabels = random() < 0.5;
  const file = isOfLabels ? writeLabels(lists, random) : writeList(lists, random);
  const words = isOfLabels ? ['label', 'import', file] : ['import', file];
  const command = spawn(process.execPath, [COMMAND, ...words, '--data', data], { stdio: 'ignore' });
  const ended = once(command, 'exit');
  const killed = pause(random() * LONGEST_LIFE).then(() => command.kill('SIGKILL'));
  await labelUntil(ended, worker);
  await killed;
  const isDone = command.exitCode === 0;
  if (isOfLabels) ledger.labelFiles.set(basename(file), { labels: LABELS, isDone });
  else if (isDone) ledger.lists.add(basename(file));
  await engine.kill();
}

/** Gives labels until the command is gone, and one more. */
async function labelUntil(ended: Promise<unknown>, worker: Worker): Promise<void> {
  let isOver = false;
  const over = ended.then(() => {
    isOver = true;
  });
  while (!isOver) await giveLabel(worker);
  await over;
  await giveLabel(worker);
}

/** Writes a label file, signed with its name, with a note for each headline. */
function writeLabels(lists: string, random: () => number): string {
  const path = join(lists, `${Math.floor(random() * 1e9)}.jsonl`);
  const annotator = basename(path);
  const line = (at: number) => ({
    text: `${annotator}第${at}号：老井喷出牛奶`,
    sensational: at % 2 === 0,
    implausible: true,
    annotator,
    note: annotator,
    assignee: annotator,
  });
  writeFileSync(path, Array.from({ length: LABELS }, (_, at) => `${JSON.stringify(line(at))}\n`).join(''));
  return path;
}
