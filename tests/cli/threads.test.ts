import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import type { BlockScorer } from '#classifier/cli/batch/block-scorer.ts';
import { feedParts } from '#classifier/cli/batch/feed-parts.ts';
import { runBatch } from '#classifier/cli/batch/run-batch.ts';
import { createSink, FIRST_PLACE } from '#classifier/cli/batch/sink.ts';
import { startTeam, type Team } from '#classifier/cli/batch/team.ts';
import { scorerWith, type ThreadData, type WholeThreadData } from '#classifier/cli/batch/thread-data.ts';
import { chooseModel } from '#classifier/cli/model-choice.ts';
import type { Output } from '#classifier/cli/output.ts';
import { NO_PROGRESS } from '#classifier/cli/progress.ts';
import { stringsOf } from '#classifier/cli/strings/index.ts';
import type { Terminal } from '#classifier/cli/terminal.ts';
import { done } from '#classifier/core/result.ts';
import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { findResources } from '#classifier/desk/find-resources.ts';
import { composeHeadlines, readSources } from '../../scripts/bench/corpus.ts';
import { ROOT } from '../architecture/source-files.ts';

/** Threads take seconds to start where all cores are busy. */
const LIMIT = 120_000;
const NOWHERE = '/nonexistent/jianwen';
const RESOURCES = findResources(`${ROOT}/classifier/cli`);
const WORKER = pathToFileURL(`${ROOT}/classifier/cli/score-worker.ts`);

/** Some thousand records, and between them every kind of line that is not one, ends in LF and in CR LF. */
const INPUT = Buffer.from(
  [...composeHeadlines(readSources(ROOT), 3000, 7)]
    .flatMap(({ text }, at) => [
      JSON.stringify(at % 5 === 0 ? { text, deep: { at } } : { id: at, text }),
      ...(at % 97 === 0 ? ['{"cut', '', ' \r', '{"id":1}', '\uFEFF{"text":"恐龙"}', '{"text":"\0"}'] : []),
      ...(at % 211 === 0
        ? ['{"text":"吃大蒜就能治好癌症","jianwen":1,"a":2}\r', '{ "title":"\\u6050\\u9f99" }']
        : []),
    ])
    .join('\n'),
);

interface Ran {
  readonly output: Buffer;
  readonly notes: string;
}

let assembly: Assembly;
let model: ThreadData['model'];

beforeAll(async () => {
  const assembled = await assemble(RESOURCES, NOWHERE);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  assembly = assembled.value;
  const chosen = await chooseModel('starter', { folder: NOWHERE, resources: RESOURCES, assembly });
  if (!chosen.ok) throw new Error(chosen.trouble.sentence.en);
  model = chosen.value.compiled;
}, LIMIT);

function dataFor(format: 'jsonl' | 'csv', gzip = false): WholeThreadData {
  return {
    model,
    resources: RESOURCES,
    folder: NOWHERE,
    carried: null,
    explain: false,
    format: { format, least: 'pass', gzip, language: 'zh' },
    lexicon: assembly.lexicon(),
  };
}

async function run(score: BlockScorer, team: Team | null, block: number): Promise<Ran> {
  const pieces: Uint8Array[] = [];
  let notes = '';
  const output: Output = {
    write: async (bytes) => {
      pieces.push(bytes);
      return true;
    },
    close: async () => done(undefined),
    discard: async () => undefined,
    keep: async () => null,
  };
  const terminal = {
    notes: { write: (text: string) => (notes += text) },
    language: 'zh',
    strings: stringsOf('zh'),
  } as unknown as Terminal;
  async function* stdin() {
    yield INPUT;
  }
  const sink = createSink(['-'], FIRST_PLACE, output, NO_PROGRESS, terminal);
  await runBatch(
    feedParts(['-'], null, {
      stdin: stdin(),
      block,
      eager: false,
      flush: null,
      choices: {},
      onRejected: () => undefined,
      onRead: () => {},
    }),
    {
      score,
      team: () => team,
      take: sink.take,
      stopped: new Promise(() => undefined),
    },
  );
  return { output: Buffer.concat(pieces), notes };
}

/** Runs with threads beside the main one, once they are up; counts what they scored. */
async function runWith(threads: number, data: ThreadData, block: number): Promise<Ran & { theirs: number }> {
  const team = startTeam(threads - 1, WORKER, data);
  while (!team.isFree()) await setTimeout(5);
  let theirs = 0;
  const counted: Team = {
    ...team,
    score: (job) => {
      theirs += 1;
      return team.score(job);
    },
  };
  const ran = await run(await scorerWith(assembly, data), counted, block);
  await team.close();
  return { ...ran, theirs };
}

it(
  'gives the same bytes and notes for any number of threads',
  async () => {
    const data = dataFor('jsonl');
    const one = await run(await scorerWith(assembly, data), null, 1 << 20);
    expect(one.notes.split('\n')).toHaveLength(31 * 3 + 1);
    expect(one.notes).toMatch(/stdin:2: .*JSON/);
    for (const threads of [2, 3]) {
      const more = await runWith(threads, data, 10_000);
      expect(more.theirs).toBeGreaterThan(2);
      expect(more.notes).toBe(one.notes);
      expect(more.output.equals(one.output)).toBe(true);
    }
  },
  LIMIT,
);

it.each(['jsonl', 'csv'] as const)(
  'gives the same rows wherever the blocks are cut, also compressed: %s',
  async (format) => {
    const score = await scorerWith(assembly, dataFor(format));
    const one = await run(score, null, 1 << 20);
    for (const block of format === 'csv' ? [997] : [1, 997])
      expect(await run(score, null, block)).toEqual(one);
    const packed = await run(await scorerWith(assembly, dataFor(format, true)), null, 5000);
    expect(packed.output.length).toBeLessThan(one.output.length * 0.7);
    expect(gunzipSync(packed.output).equals(one.output)).toBe(true);
  },
  LIMIT,
);
