import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Axis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import type { Prediction } from '#classifier/evaluate/metrics.ts';

/** Rows of a set to train on and to test; a seed stands for scikit-learn's stratified fifth, near-copies or not. */
export type Split =
  | { readonly train: readonly number[]; readonly test: readonly number[] }
  | { seed: number };

/** A labelled set with the splits that every recipe is tried on. */
export interface PeerTask {
  readonly name: string;
  readonly headlines: readonly LabelledHeadline[];
  readonly axis: Axis;
  readonly splits: readonly Split[];
}

/** What a peer said of the test side of a split. */
export interface PeerAnswer {
  readonly name: string;
  readonly split: number;
  readonly peer: string;
  readonly test: readonly number[];
  readonly predictions: readonly Prediction[];
}

const SCRIPT = fileURLToPath(new URL('peers.py', import.meta.url));
const LONGEST_MS = 20 * 60_000;

/** The Python that has scikit-learn and jieba; null where none has. */
export function findPeerPython(): string | null {
  const has = (python: string): boolean =>
    spawnSync(python, ['-c', 'import sklearn, jieba'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
  return ['python3', '/usr/bin/python3'].find(has) ?? null;
}

/** Runs all peers on all tasks. Throws with Python's words where it fails. */
export function askPeers(python: string, tasks: readonly PeerTask[]): PeerAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-peers-'));
  try {
    const [asked, answered] = [join(folder, 'tasks.jsonl'), join(folder, 'answers.jsonl')];
    writeFileSync(asked, tasks.map((task) => `${JSON.stringify(written(task))}\n`).join(''));
    const run = spawnSync(python, [SCRIPT, asked, answered], { encoding: 'utf8', timeout: LONGEST_MS });
    if (run.status !== 0) throw new Error(`peers.py: ${run.stderr}`);
    const answers = new Map(tasks.map((task) => [task.name, answersOf(task)]));
    return readFileSync(answered, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ probabilities, ...answer }) => ({
        ...answer,
        predictions: answer.test.map((row: number, at: number) => ({
          probability: probabilities[at],
          answer: answers.get(answer.name)?.[row],
        })),
      }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written(task: PeerTask) {
  const { name, headlines, splits } = task;
  return { name, texts: headlines.map(({ text }) => text), yes: answersOf(task).map(Number), splits };
}

function answersOf({ headlines, axis }: PeerTask): boolean[] {
  return headlines.map(({ label }) => label[axis] === true);
}
