import { readFileSync } from 'node:fs';
import { AXES } from '#classifier/core/axis.ts';
import { findSlot, supportAt } from '#classifier/core/feature-counts.ts';
import { FIRST_STEM_KEY, TWO_16 } from '#classifier/core/grams.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { lengthFactor } from '#classifier/core/length-factor.ts';
import { classSizes, type Model } from '#classifier/core/model.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import { gramLogOdds, score } from '#classifier/core/score.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { rocAucOf } from '#classifier/evaluate/metrics.ts';
import { foldsOf } from '#classifier/evaluate/splits.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { train } from './train.ts';

/*
 * Prints the table of docs/experiments/features.md on 证据不足: what tells the doubtful headlines that pass from the
 * ordinary ones?
 * node scripts/experiments/insufficient.ts labels/starter.jsonl
 */

const SEEDS = [1, 2, 3];
const FOLDS = 8;
const TENTH = 10;

const [labelled] = process.argv.slice(2);
if (labelled === undefined) throw new Error('name a file of labelled headlines');
const assembly = await assemble({ labels: 'labels', rules: 'classifier/rules/packs' }, '');
if (!assembly.ok) throw new Error(assembly.trouble.sentence.en);
const { reader } = assembly.value;
const { examples } = readLabelledHeadlines(readFileSync(labelled, 'utf8'), labelled);

/** A headline that passes: what may say that too little is known of it, all the surer the larger. */
interface Passed {
  readonly isDoubtful: boolean;
  readonly hits: number;
  readonly signs: Readonly<Record<string, number>>;
}

const passed = SEEDS.flatMap((seed) => {
  const folds = foldsOf(examples, FOLDS, 'topic', seed);
  return folds.flatMap((fold) => {
    const model = train(assembly.value, folds.filter((other) => other !== fold).flat());
    return fold.flatMap((headline) => passOf(model, headline));
  });
});
report('all that pass', passed);
report(
  'those without a rule',
  passed.filter(({ hits }) => hits === 0),
);

function passOf(model: Model, { text, label }: LabelledHeadline): Passed[] {
  const reading = read(reader, text);
  const scored = score(model, reading);
  if (scored.band !== 'pass') return [];
  const keys = [...exampleOf(reading).keys];
  const slots = keys.map((key) => findSlot(model.grams, key));
  const metBy = (slot: number): number => {
    if (slot < 0) return 0;
    const { yes, no } = supportAt(model.grams, slot, AXES[0]);
    return yes + no;
  };
  const longer = slots.filter(
    (_, at) => (keys[at] as number) >= TWO_16 && (keys[at] as number) < FIRST_STEM_KEY,
  );
  const shareMet = (least: number): number =>
    longer.length === 0 ? 0 : longer.filter((slot) => metBy(slot) >= least).length / longer.length;
  const factor = lengthFactor(keys.length);
  const weighed = slots
    .filter((slot) => slot >= 0)
    .map((slot) => AXES.map((axis) => factor * gramLogOdds(model, slot, classSizes(model, axis), axis)));
  const moved = weighed.reduce(
    (sum, weights) => sum + weights.reduce((all, one) => all + Math.abs(one), 0),
    0,
  );
  return [
    {
      isDoubtful: label.sensational === true || label.implausible === true,
      hits: reading.hits.length,
      signs: {
        'the score itself': scored.score,
        'few grams known (as shipped)': -scored.known,
        'few pairs and triples met once': -shareMet(1),
        'few met three times': -shareMet(3),
        'few met ten times': -shareMet(TENTH),
        'little weight in all': -moved,
      },
    },
  ];
}

function report(name: string, headlines: readonly Passed[]): void {
  const share = (some: readonly Passed[]): string =>
    `${((100 * some.filter(({ isDoubtful }) => isDoubtful).length) / some.length).toFixed(1)} %`;
  console.log(`${name}: ${headlines.length / SEEDS.length} a seed, ${share(headlines)} of them doubtful`);
  for (const sign of Object.keys(headlines[0]?.signs ?? {})) {
    const of = ({ signs }: Passed): number => signs[sign] as number;
    const sorted = [...headlines].sort((a, b) => of(b) - of(a));
    const auc = rocAucOf(headlines.map((one) => ({ answer: one.isDoubtful, probability: of(one) })));
    const first = sorted.slice(0, Math.round(sorted.length / TENTH));
    console.log(`| ${sign} | ${auc.toFixed(3)} | ${share(first)} |`);
  }
}
