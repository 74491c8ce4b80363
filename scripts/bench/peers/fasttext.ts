import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLines, taughtHeadlines, writeLines } from '../bench-files.ts';
import type { Contender, Ground, Peer } from '../contender.ts';
import { measure } from '../measure.ts';

const SETTINGS = '-dim 16 -wordNgrams 2 -bucket 200000 -epoch 5 -thread 2 -verbose 0'.split(' ');
const LIMIT_SECONDS = 300;

/** fastText's classifier over characters and pairs of them. */
export const FASTTEXT: Peer = {
  name: 'fastText, characters',
  terms:
    'reads plain text with a space after each character (spacing not counted), writes one label a line, no reasons',
  install: 'apt-get install fasttext',
  prepare: prepareFastText,
};

async function prepareFastText({ folder, sources, taught }: Ground): Promise<Contender | null> {
  if (spawnSync('fasttext').error !== undefined) return null;
  const [input, model, output] = ['train.txt', 'model', 'train.out'].map((name) =>
    join(folder, `fasttext-${name}`),
  ) as [string, string, string];
  writeLines(input, labelledLines(taughtHeadlines(sources, taught)));
  const args = ['supervised', '-input', input, '-output', model, ...SETTINGS];
  await measure({ program: 'fasttext', args, output }, LIMIT_SECONDS);
  return {
    name: FASTTEXT.name,
    run: (feed, to) => {
      const spaced = `${feed.plain}.spaced`;
      if (!existsSync(spaced)) writeLines(spaced, readLines(feed.plain).map(spacedOut));
      return { program: 'fasttext', args: ['predict', `${model}.bin`, spaced], output: to };
    },
  };
}

function* labelledLines(headlines: ReturnType<typeof taughtHeadlines>): Generator<string> {
  for (const { text, suspect } of headlines)
    yield `__label__${suspect ? 'suspect' : 'plain'} ${spacedOut(text)}`;
}

function spacedOut(text: string): string {
  return Array.from(text).join(' ');
}
