import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Axis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { foldsOf, type Grouping } from '#classifier/evaluate/splits.ts';
import { seededFifths } from '../evaluation/compare-peers.ts';
import { isHeldOut } from '../evaluation/held-out-topics.ts';
import { publicSetsFolder, readPublicSet, withoutTails } from '../evaluation/public-sets.ts';

/*
 * Writes what the classifier sees of each headline, with splits, for scripts/experiments/variants.py.
 * node scripts/experiments/features.ts FOLDER
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEEDS = [13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
const TOPIC_SEEDS = [1, 2, 3, 4, 5];
const TOPIC_FOLDS = 8;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder to write to');
mkdirSync(folder, { recursive: true });
const assembly = await assemble(
  { labels: `${ROOT}labels`, rules: `${ROOT}classifier/rules/packs` },
  tmpdir(),
);
if (!assembly.ok) throw new Error(assembly.trouble.sentence.en);
const { reader, starter } = assembly.value;

const development = starter.filter((headline) => !isHeldOut(headline));
write('starter-sensational', development, 'sensational', topicFolds(development));
write('starter-implausible', development, 'implausible', topicFolds(development));
const sets = publicSetsFolder(ROOT);
if (sets !== null) {
  const han = readPublicSet(sets, 'hancd', 'sensational', 'clickbait');
  const ccd = withoutTails(readPublicSet(sets, 'ccdcieg', 'sensational', 'clickbait'));
  fifths('hancd', han, 'sensational', 'none');
  fifths('hancd-ccdcieg', [...han, ...ccd], 'sensational', 'none');
  fifths('ced', readPublicSet(sets, 'ced', 'implausible', 'rumor'), 'implausible', 'near');
  across('hancd-to-ccdcieg', withoutTails(han), ccd);
  across('ccdcieg-to-hancd', ccd, withoutTails(han));
}

type Split = { readonly train: readonly number[]; readonly test: readonly number[] };

function fifths(name: string, set: readonly LabelledHeadline[], axis: Axis, grouping: Grouping): void {
  write(name, set, axis, seededFifths(set, grouping, SEEDS));
}

/** One source and the starter to train on, the other to test. */
function across(
  name: string,
  training: readonly LabelledHeadline[],
  test: readonly LabelledHeadline[],
): void {
  const all = [...development, ...training, ...test];
  const rows = [...all.keys()];
  const split = { train: rows.slice(0, -test.length), test: rows.slice(-test.length) };
  write(name, all, 'sensational', [split]);
}

/** Whole topics to each fold; one split a fold and a dealing. */
function topicFolds(set: readonly LabelledHeadline[]): Split[] {
  const rows = set.map((headline, row) => ({ ...headline, row }));
  return TOPIC_SEEDS.flatMap((seed) => {
    const folds = foldsOf(rows, TOPIC_FOLDS, 'topic', seed);
    return folds.map((fold) => ({
      train: folds.filter((other) => other !== fold).flatMap((other) => other.map(({ row }) => row)),
      test: fold.map(({ row }) => row),
    }));
  });
}

function write(name: string, set: readonly LabelledHeadline[], axis: Axis, splits: readonly Split[]): void {
  const groups = [...nearCopyGroups(set.map(({ text }) => text))];
  const rows = set.map(({ text, label, difficulty }, row) => ({
    keys: exampleOf(read(reader, text)).keys,
    yes: label[axis] === true ? 1 : 0,
    hard: difficulty === 'hard',
    group: groups[row],
  }));
  writeFileSync(join(folder as string, `${name}.json`), JSON.stringify({ rows, splits }));
}
