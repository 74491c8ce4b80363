import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { readLines, taughtHeadlines, writeLines } from '../bench-files.ts';
import type { Contender, Ground, Peer } from '../contender.ts';
import { measure } from '../measure.ts';

const TAUGHT = 10_000;
/** It ends with its opinion of the last message: spam, not spam, unsure. 3 is a failure. */
const OPINIONS = [0, 1, 2];
const LIMIT_SECONDS = 300;

/** A mail filter: each headline is a message of one mailbox. */
export const BOGOFILTER: Peer = {
  name: 'bogofilter',
  terms:
    'reads one mailbox of headlines that jieba has cut into words (cutting not counted), writes one label a line, no reasons',
  install: 'apt-get install bogofilter-sqlite',
  prepare: prepareBogofilter,
};

async function prepareBogofilter({ folder, sources, taught }: Ground): Promise<Contender | null> {
  if (spawnSync('bogofilter', ['-V']).error !== undefined) return null;
  const words = join(folder, 'bogofilter');
  mkdirSync(words, { recursive: true });
  const headlines = [...taughtHeadlines(sources, Math.min(taught, TAUGHT))];
  for (const [option, suspect] of [
    ['-s', true],
    ['-n', false],
  ] as const) {
    const mailbox = join(words, `${option}.mbox`);
    const texts = headlines.filter((headline) => headline.suspect === suspect).map(({ text }) => text);
    writeLines(mailbox, messages(texts));
    const args = ['-C', '-d', words, '-M', option, '-I', mailbox];
    await measure({ program: 'bogofilter', args, output: `${mailbox}.out` }, LIMIT_SECONDS);
  }
  return {
    name: BOGOFILTER.name,
    run: (feed, output) => {
      const mailbox = `${feed.plain}.mbox`;
      if (!existsSync(mailbox)) writeLines(mailbox, messages(readLines(feed.plain)));
      const args = ['-C', '-d', words, '-M', '-T', '-I', mailbox];
      return { program: 'bogofilter', args, output, doneCodes: OPINIONS };
    },
  };
}

function* messages(texts: readonly string[]): Generator<string> {
  for (const text of texts) {
    yield `From bench@localhost Thu Jan  1 00:00:00 1970\nSubject: headline\n\n${nodejieba.cut(text).join(' ')}\n`;
  }
}
