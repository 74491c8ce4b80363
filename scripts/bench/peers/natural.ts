import { join } from 'node:path';
import { taughtHeadlines, writeLines } from '../bench-files.ts';
import type { Contender, Ground, Peer } from '../contender.ts';
import { measure } from '../measure.ts';

const SCRIPT = join(import.meta.dirname, 'natural-classify.ts');
/** Its training takes the square of this, and each answer is proportional to it. */
const TAUGHT = 1000;
const LIMIT_SECONDS = 300;

/** The classifier of the npm package `natural`. */
export const NATURAL: Peer = {
  name: 'natural, 1,000 labels',
  terms: 'reads plain text, cuts it into words by nodejieba (counted), writes one label a line, no reasons',
  install: 'npm ci (it is a dependency)',
  prepare: prepareNatural,
};

async function prepareNatural({ folder, sources }: Ground): Promise<Contender> {
  const labelled = join(folder, 'natural.tsv');
  const model = join(folder, 'natural.json');
  writeLines(labelled, labelledLines(taughtHeadlines(sources, TAUGHT)));
  const program = process.execPath;
  await measure({ program, args: [SCRIPT, 'train', labelled, model], output: `${model}.out` }, LIMIT_SECONDS);
  return {
    name: NATURAL.name,
    run: (feed, output) => ({ program, args: [SCRIPT, 'predict', model], input: feed.plain, output }),
  };
}

function* labelledLines(headlines: ReturnType<typeof taughtHeadlines>): Generator<string> {
  for (const { text, suspect } of headlines) yield `${suspect ? 1 : 0}\t${text}`;
}
