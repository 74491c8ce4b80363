import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assemble } from '#classifier/desk/assemble.ts';
import { composeHeadlines, readSources } from './bench/corpus.ts';
import { percentile } from './bench/statistics.ts';
import { faultsIn } from './faults/inspect.ts';
import { emptyLedger } from './faults/ledger.ts';
import { runScript } from './setup/report.mjs';
import { readOptions } from './soak/options.ts';
import { plotOf } from './soak/plot.ts';
import { type SoakReport, soak } from './soak/soak.ts';

const ROOT = dirname(import.meta.dirname);
const SEED = 5;
/** The first minutes fill caches and lists. */
const SETTLED = 5;

/** `npm run soak`: the engine at work for an hour. */
await runScript('soak', async () => {
  const { minutes, rate, plot } = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-soak-'));
  try {
    const report = await soak({
      folder,
      minutes,
      rate,
      headlines: texts(),
      tell: (minute) => console.error(JSON.stringify(minute)),
    });
    if (plot !== null) writeFileSync(plot, plotOf(report.minutes));
    const faults = [...report.errors, ...(await lost(folder, report))];
    console.log(summary(report));
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function* texts(): Generator<string> {
  for (const { text } of composeHeadlines(readSources(ROOT), Number.POSITIVE_INFINITY, SEED)) yield text;
}

async function lost(folder: string, { labels }: SoakReport): Promise<readonly string[]> {
  const resources = { labels: join(ROOT, 'labels'), rules: join(ROOT, 'classifier/rules/packs') };
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  const scratch = join(folder, 'copy');
  mkdirSync(scratch);
  return faultsIn(join(folder, 'data'), scratch, assembled.value.reader, {
    ...emptyLedger(),
    labels: new Set(labels),
  });
}

function summary({ minutes, labelTimes, errors }: SoakReport): string {
  const settled = minutes.slice(Math.min(SETTLED, minutes.length - 1));
  const memory = settled.map((minute) => minute.memory);
  const growth = (100 * (Math.max(...memory) - Math.min(...memory))) / Math.min(...memory);
  const least = Math.min(...settled.map(({ memoryLeast }) => memoryLeast));
  const most = Math.max(...settled.map(({ memoryMost }) => memoryMost));
  const [p50, p99] = [50, 99].map((share) => percentile(labelTimes, share).toFixed(1));
  return [
    `${minutes.length} minutes, ${minutes.at(-1)?.arrived} headlines arrived, ${labelTimes.length} labels, ${errors.length} errors`,
    `label saved: p50 ${p50} ms, p99 ${p99} ms`,
    `memory: medians of a minute ${Math.min(...memory).toFixed(0)} to ${Math.max(...memory).toFixed(0)} MB after ${SETTLED} minutes, ${growth.toFixed(0)} % apart; least ${least.toFixed(0)}, most ${most.toFixed(0)} MB`,
  ].join('\n');
}
