import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { taughtHeadlines, writeLines } from '../bench-files.ts';
import type { Contender, Ground, Peer } from '../contender.ts';
import { measure } from '../measure.ts';

const SCRIPT = join(import.meta.dirname, 'scikit_learn.py');
/** Debian's packages belong to Debian's Python, which need not be the first on the path. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const LIMIT_SECONDS = 300;

/** scikit-learn's multinomial naive Bayes over words. */
export const SCIKIT_LEARN: Peer = {
  name: 'scikit-learn with jieba',
  terms: 'reads plain text, cuts it into words by jieba (counted), writes one label a line, no reasons',
  install: 'apt-get install python3-sklearn python3-jieba',
  prepare: prepareScikitLearn,
};

async function prepareScikitLearn({ folder, sources, taught }: Ground): Promise<Contender | null> {
  const python = PYTHONS.find((one) => spawnSync(one, ['-c', 'import sklearn, jieba']).status === 0);
  if (python === undefined) return null;
  const labelled = join(folder, 'scikit-learn.tsv');
  const model = join(folder, 'scikit-learn.pickle');
  writeLines(labelled, labelledLines(taughtHeadlines(sources, taught)));
  const args = [SCRIPT, 'train', labelled, model];
  await measure({ program: python, args, output: `${model}.out` }, LIMIT_SECONDS);
  return {
    name: SCIKIT_LEARN.name,
    run: (feed, output) => ({
      program: python,
      args: [SCRIPT, 'predict', model],
      input: feed.plain,
      output,
    }),
  };
}

function* labelledLines(headlines: ReturnType<typeof taughtHeadlines>): Generator<string> {
  for (const { text, suspect } of headlines) yield `${suspect ? 1 : 0}\t${text}`;
}
