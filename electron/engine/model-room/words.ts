import { AXES, type Axis, byAxis } from '#classifier/core/axis.ts';
import { explain, isWorthReading } from '#classifier/core/evidence.ts';
import { classSizes, ruleSupport } from '#classifier/core/model.ts';
import { ruleLogOdds } from '#classifier/core/naive-bayes.ts';
import { read } from '#classifier/core/reading.ts';
import { wordsOfHeadline } from '#classifier/core/word-cut.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { AxisWordsView, RuleView, WordsView, WordView } from '#contract/model-views.ts';
import type { Steps } from './jobs.ts';
import { type Lessons, readLessons } from './lessons.ts';
import { part } from './steps.ts';

const MOST_WORDS = 30;
const MOST_RULES = 60;
/** A word of one headline tells of that headline, not of the model. */
const FEWEST_HEADLINES = 2;
/** Headlines that a word's weight is drawn towards nothing by, when words are ranked. */
const RANK_PRIOR = 2;

interface Gathered {
  logOdds: number;
  yes: number;
  no: number;
}

/** The words and rules that weigh most in the model: words by what they add on average over the labelled headlines. */
export function* wordsSteps(workspace: Workspace): Steps<WordsView> {
  const lessons = yield* part(readLessons(workspace), 0, 0.3);
  const gathered = byAxis(() => new Map<string, Gathered>());
  for (const [at, { text, label }] of lessons.all.entries()) {
    const reading = read(workspace.reader, text);
    const words = wordsOfHeadline(workspace.reader.cutWords, reading.normalised);
    const evidence = explain(lessons.model, reading, words, text);
    for (const axis of AXES) {
      for (const one of evidence[axis]) {
        if (one.kind === 'word') gather(gathered[axis], one.word, one.logOdds, label[axis]);
      }
    }
    yield 0.3 + (0.7 * (at + 1)) / lessons.all.length;
  }
  return byAxis((axis) => ({ ...strongest(gathered[axis]), ...rulesOf(workspace, lessons, axis) }));
}

function gather(words: Map<string, Gathered>, word: string, logOdds: number, answer: boolean): void {
  const gathered = words.get(word) ?? { logOdds: 0, yes: 0, no: 0 };
  gathered.logOdds += logOdds;
  gathered[answer ? 'yes' : 'no'] += 1;
  words.set(word, gathered);
}

function strongest(words: ReadonlyMap<string, Gathered>): Pick<AxisWordsView, 'for' | 'against'> {
  const ranked = [...words]
    .filter(([word, { yes, no }]) => yes + no >= FEWEST_HEADLINES && isWorthReading(word))
    .map(([word, { logOdds, yes, no }]) => ({
      view: { word, yes, no, logOdds: logOdds / (yes + no) } satisfies WordView,
      rank: logOdds / (yes + no + RANK_PRIOR),
    }))
    .sort((a, b) => b.rank - a.rank || (a.view.word < b.view.word ? -1 : 1));
  return {
    for: ranked
      .filter(({ rank }) => rank > 0)
      .slice(0, MOST_WORDS)
      .map(({ view }) => view),
    against: ranked
      .filter(({ rank }) => rank < 0)
      .slice(-MOST_WORDS)
      .reverse()
      .map(({ view }) => view),
  };
}

function rulesOf(
  { rules }: Workspace,
  { all, model }: Lessons,
  axis: Axis,
): Pick<AxisWordsView, 'rules' | 'unmet'> {
  const sizes = classSizes(model, axis);
  const hits = new Map<string, { yes: number; no: number }>();
  for (const { example, label } of all) {
    for (const id of example.rules) {
      const hit = hits.get(id) ?? { yes: 0, no: 0 };
      hit[label[axis] ? 'yes' : 'no'] += 1;
      hits.set(id, hit);
    }
  }
  const own = rules.filter((rule) => rule.axis === axis);
  const met = own.flatMap((rule): RuleView[] => {
    const { id, description, points } = rule;
    const hit = hits.get(id);
    const support = ruleSupport(model.rules, id, axis);
    const logOdds = ruleLogOdds(rule, support, sizes, model.settings.ruleStrength);
    return hit === undefined ? [] : [{ id, description, points, logOdds, ...hit }];
  });
  met.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  return { rules: met.slice(0, MOST_RULES), unmet: own.length - met.length };
}
