import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedProgram } from '../../electron/packaging/places.ts';
import { buildApp } from '../build/build-app.ts';
import { runScript } from '../setup/report.mjs';
import { readFeed, writeFeed } from './bench-files.ts';
import { readSources } from './corpus.ts';
import { figureTable } from './figure.ts';
import { machineLine, thisMachine } from './machine.ts';
import { type BenchOptions, type Part, readOptions } from './options.ts';
import { figuresOf } from './own-scripts.ts';
import { type Bench, batchPart, clustersPart, type PartReport, startPart } from './parts.ts';

const ROOT = join(import.meta.dirname, '../..');
const SIZES = [10_000, 100_000, 1_000_000];
const QUICK_SIZES = [10_000, 100_000];
const TAUGHT = 100_000;
const INTERRUPTED = 130;

/** `npm run bench`: how fast we are, beside others on the same headlines. It judges by printing, never by failing. */
await runScript('bench', async () => {
  const options = readOptions(process.argv.slice(2));
  await buildApp(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-bench-'));
  const tidyUp = (): void => rmSync(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      tidyUp();
      process.exit(INTERRUPTED);
    });
  }
  try {
    await runParts(prepared(options, folder), options);
  } finally {
    tidyUp();
  }
});

function prepared(options: BenchOptions, folder: string): Bench {
  const say = (progress: string): void => void process.stderr.write(`[bench] ${progress}\n`);
  const sources = readSources(ROOT);
  say('writing the headlines');
  const sizes = options.quick ? QUICK_SIZES : SIZES;
  const feeds =
    options.corpus === null
      ? sizes.map((lines) => writeFeed(sources, folder, lines))
      : [readFeed(options.corpus, folder)];
  const patience = { rounds: options.rounds, seconds: options.patience };
  return { root: ROOT, folder, sources, taught: TAUGHT, patience, feeds, say };
}

async function runParts(bench: Bench, options: BenchOptions): Promise<void> {
  const machine = thisMachine();
  const print = (text: string): void => void (options.json || process.stdout.write(`${text}\n`));
  print(`${machineLine(machine)}\n${feedLine(bench)} Medians of ${options.rounds} rounds, all in turn.\n`);
  const parts: Partial<Record<Part, PartReport>> = {};
  for (const part of options.only) {
    const report = await runPart(part, bench, options);
    parts[part] = report;
    if (report.text !== '') print(`${part}\n${report.text}`);
    print(figureTable(report.findings));
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ machine, options, parts }, null, 2)}\n`);
}

async function runPart(part: Part, bench: Bench, { quick }: BenchOptions): Promise<PartReport> {
  if (part === 'start') return startPart(bench);
  if (part === 'batch') return batchPart(bench);
  if (part === 'clusters') return clustersPart(bench);
  const window = part === 'window';
  if (window && !existsSync(packagedProgram(ROOT, 'test')))
    return { findings: [{ what: part, why: 'needs npm run package -- --for-tests' }], text: '', results: [] };
  const findings = await figuresOf(`${part}.ts`, quick ? ['--quick'] : [], { window });
  return { findings, text: '', results: [] };
}

function feedLine({ feeds }: Bench): string {
  const feed = feeds.at(-1);
  if (feed === undefined) return '';
  const bytes = readFileSync(feed.plain);
  const characters = Array.from(bytes.subarray(0, 1 << 20).toString()).length;
  const share = Math.min(bytes.length, 1 << 20) / bytes.length;
  const each = (total: number): string => (total / feed.lines).toFixed(1);
  return `Headlines of ${each(characters / share - feed.lines)} characters, ${each(bytes.length - feed.lines)} bytes in the mean.`;
}
