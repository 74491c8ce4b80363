import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { trainModel } from '#classifier/evaluate/train.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { runScript } from '../setup/report.mjs';
import { writeLabelFile } from './bench-files.ts';
import { readSources } from './corpus.ts';
import { type Finding, figureTable, type Goal } from './figure.ts';
import { median } from './statistics.ts';

/** node scripts/bench/labels.ts [--quick] [--json]: training from label files of rising size, in one process. */
const ROOT = join(import.meta.dirname, '../..');
const SIZES = [1000, 10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1000, 10_000, 100_000];
const ROUNDS = 5;
/** The largest file is learned three times: a round takes seconds. */
const ROUNDS_OF_LARGEST = 3;
/** Seconds a round. */
const PATIENCE = 30;
/** From one size to the next. */
const GROWTH = 10;
const AS_JSON = process.argv.includes('--json');
const GOALS: ReadonlyMap<number, Goal> = new Map([
  [100_000, { atMost: 1 }],
  [1_000_000, { atMost: 10 }],
]);

await runScript('bench labels', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-labels-'));
  try {
    const resources = { labels: join(ROOT, 'labels'), rules: join(ROOT, 'classifier/rules/packs') };
    const tools = await assemble(resources, folder);
    if (!tools.ok) throw new Error(tools.trouble.sentence.en);
    const findings: Finding[] = [];
    for (const labels of sizes()) {
      const finding = trained(labels, folder, tools.value, findings.at(-1));
      findings.push(finding);
      process.stderr.write(`[bench labels] ${finding.what}\n`);
      if (AS_JSON) process.stdout.write(`${JSON.stringify(finding)}\n`);
    }
    if (!AS_JSON) process.stdout.write(figureTable(findings));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function sizes(): readonly number[] {
  return process.argv.includes('--quick') ? QUICK_SIZES : SIZES;
}

/** Left out where, by what the size before took, a round would need more than {@link PATIENCE}. */
function trained(labels: number, folder: string, tools: Assembly, before: Finding | undefined): Finding {
  const what = `train ${labels.toLocaleString('en-US')} labels from their file`;
  const expected = before === undefined ? 0 : 'why' in before ? Number.NaN : median(before.values) * GROWTH;
  if (!(expected <= PATIENCE)) return { what, why: `would take over ${PATIENCE} s a round` };
  const file = join(folder, 'labels.jsonl');
  writeLabelFile(readSources(ROOT), file, labels);
  const rounds = labels === SIZES.at(-1) ? ROUNDS_OF_LARGEST : ROUNDS;
  const values = Array.from({ length: rounds }, () => secondsOf(() => train(file, tools)));
  const goal = GOALS.get(labels);
  return { what, unit: 's', values, ...(goal === undefined ? {} : { goal }) };
}

function train(file: string, tools: Assembly): void {
  const { examples, troubles } = readLabelledHeadlines(readFileSync(file, 'utf8'), file);
  if (troubles.length > 0) throw new Error(troubles[0]?.sentence.en);
  trainModel([{ examples, weight: 1 }], tools);
}

function secondsOf(work: () => void): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e9;
}
