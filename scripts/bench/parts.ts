import { existsSync, readFileSync } from 'node:fs';
import { BANDS } from '#classifier/core/bands.ts';
import { bytesOf, outputOf, type Patience, type Result, race, runsOf, secondsOf } from './batch.ts';
import { ONE_THREAD, oursFindings, peerFindings, raceTable, TWO_THREADS } from './batch-report.ts';
import { type Feed, writeFeed } from './bench-files.ts';
import type { Contender, Ground, Peer } from './contender.ts';
import { type Finding, plain } from './figure.ts';
import { type Ours, oursIn } from './ours.ts';
import { BOGOFILTER } from './peers/bogofilter.ts';
import { FASTTEXT } from './peers/fasttext.ts';
import { NATURAL } from './peers/natural.ts';
import { SCIKIT_LEARN } from './peers/scikit-learn.ts';

/** What every part of the benchmark works with. */
export interface Bench extends Ground {
  readonly patience: Patience;
  readonly feeds: readonly Feed[];
  readonly say: (progress: string) => void;
}

/** What a part found: figures, and what else is to be printed. */
export interface PartReport {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly results: readonly Result[];
}

const PEERS = [FASTTEXT, SCIKIT_LEARN, BOGOFILTER, NATURAL];
const STARTED = 'jianwen score on one headline';
const CLUSTERS = 'jianwen --clusters';
const START_MS = 150;
/** Ten times the lines in at most so many times the time counts as nearly linear. */
const NEARLY_LINEAR = 15;

/** Whole processes over one headline. */
export async function startPart(bench: Bench): Promise<PartReport> {
  const ours = oursIn(bench.root, bench.folder);
  const feed = writeFeed(bench.sources, bench.folder, 1);
  const node: Contender = {
    name: 'Node alone',
    run: (_, output) => ({ program: process.execPath, args: ['-e', '0'], output }),
  };
  const rounds = bench.patience.rounds * 2;
  const jianwen: Contender = { name: STARTED, run: ({ jsonl }, output) => ours.score(jsonl, output) };
  const contenders = [jianwen, node];
  const results = await race(contenders, [feed], bench.folder, { ...bench.patience, rounds }, bench.say);
  const findings = results.map(({ contender, runs, why }): Finding => {
    if (why !== null) return { what: `start, ${contender}`, why };
    const values = secondsOf(runs).map((seconds) => seconds * 1000);
    if (contender !== STARTED) return { what: `start, ${contender}`, unit: 'ms', values };
    return { what: `start, ${contender}`, unit: 'ms', values, goal: { atMost: START_MS } };
  });
  return { findings, text: '', results };
}

/** Ours and the peers over feeds of rising size. */
export async function batchPart(bench: Bench): Promise<PartReport> {
  const ours = oursIn(bench.root, bench.folder);
  const terms = [
    'jianwen: reads JSON Lines, writes JSON Lines: both axes, band, reasons for check and flag; start-up counted',
  ];
  const contenders = [single(ours), ...(ours.hasThreads ? [double(ours)] : [])];
  const findings: Finding[] = [];
  for (const peer of PEERS) {
    bench.say(`preparing ${peer.name}`);
    const ready = await preparedOrWhy(peer, bench);
    if (typeof ready === 'string') findings.push({ what: peer.name, why: ready });
    else {
      contenders.push(ready);
      terms.push(`${peer.name}: ${peer.terms}; start-up counted`);
    }
  }
  const one = writeFeed(bench.sources, bench.folder, 1);
  const starts = await race(contenders, [one], bench.folder, { ...bench.patience, rounds: 3 }, bench.say);
  const results = await race(contenders, bench.feeds, bench.folder, bench.patience, bench.say, starts);
  const sizes = bench.feeds.map(({ lines }) => lines);
  const tables = sizes.map(
    (lines) => `\n${lines.toLocaleString('en-US')} headlines\n${raceTable(results, lines)}`,
  );
  return {
    findings: [...oursFindings(results, sizes), ...peerFindings(results, starts), ...findings],
    text: `${terms.join('\n')}\n${tables.join('')}\n${answersOf(bench, results)}`,
    results: [...starts, ...results],
  };
}

async function preparedOrWhy(peer: Peer, bench: Bench): Promise<Contender | string> {
  try {
    return (await peer.prepare(bench)) ?? `not installed: ${peer.install}`;
  } catch (error) {
    return `cannot be trained: ${error instanceof Error ? error.message : error}`;
  }
}

/** Ours with headlines brought together into stories. */
export async function clustersPart(bench: Bench): Promise<PartReport> {
  const ours = oursIn(bench.root, bench.folder);
  const contender: Contender = {
    name: CLUSTERS,
    run: ({ jsonl }, output) => ours.score(jsonl, output, ['--clusters']),
  };
  const rounds = Math.min(3, bench.patience.rounds);
  const results = await race(
    [contender],
    bench.feeds,
    bench.folder,
    { ...bench.patience, rounds },
    bench.say,
  );
  const findings = results.flatMap(({ lines, runs, why }, at): Finding[] => {
    const what = `${CLUSTERS}, ${lines.toLocaleString('en-US')}`;
    if (why !== null) return [{ what, why }];
    const before = runsOf(results, CLUSTERS, results[at - 1]?.lines ?? 0);
    const limit = (NEARLY_LINEAR * lines) / (results[at - 1]?.lines ?? lines) / 10;
    const grown = secondsOf(runs).map((seconds, round) => seconds / (before[round]?.seconds ?? Number.NaN));
    return [
      { what, unit: 's', values: secondsOf(runs) },
      ...(before.length < runs.length
        ? []
        : [
            {
              what: `${what}, against the size before`,
              unit: 'times',
              values: grown,
              goal: { atMost: limit },
            } as const,
          ]),
    ];
  });
  return { findings, text: '', results };
}

function single(ours: Ours): Contender {
  const options = ours.hasThreads ? ['--threads', '1'] : [];
  return { name: ONE_THREAD, run: ({ jsonl }, output) => ours.score(jsonl, output, options) };
}

function double(ours: Ours): Contender {
  return { name: TWO_THREADS, run: ({ jsonl }, output) => ours.score(jsonl, output, ['--threads', '2']) };
}

/** The share of each band in our last answers, and whether two threads gave the same bytes as one. */
function answersOf({ folder }: Bench, results: readonly Result[]): string {
  const [one, two] = [ONE_THREAD, TWO_THREADS].map((name) => outputOf(folder, name)) as [string, string];
  if (!existsSync(one)) return '';
  const lines = readFileSync(one, 'latin1').split('\n').slice(0, -1);
  const shares = BANDS.map((band) => {
    const count = lines.filter((line) => line.includes(`"band":"${band}"`)).length;
    return `${band} ${plain((100 * count) / lines.length)} %`;
  });
  const ranAlike =
    results.findLast(({ contender, runs }) => contender === ONE_THREAD && runs.length > 0)?.lines ===
    results.findLast(({ contender, runs }) => contender === TWO_THREADS && runs.length > 0)?.lines;
  const same = ranAlike && existsSync(two) ? bytesOf(one) === bytesOf(two) : null;
  const verdict =
    same === null ? '' : `; one and two threads: ${same ? 'the same bytes' : 'DIFFERENT BYTES'}`;
  return `Our answers: ${shares.join(', ')}${verdict}.\n`;
}
