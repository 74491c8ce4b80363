import type { Band } from '#classifier/core/bands.ts';
import { createModel, learn, type Model } from '#classifier/core/model.ts';
import { type Reader, readText } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { createTextScorer } from '#classifier/desk/list/packed-scores.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { textsFrom } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { taughtEvents } from '#classifier/store/taught-events.ts';
import { calibrated } from '#classifier/store/versioning.ts';
import { exampleFor, LABEL_WEIGHT, type Workspace } from '#classifier/store/workspace.ts';
import type { RulePreviewView } from '#contract/reason-views.ts';
import { isKept } from './blind.ts';
import type { Steps } from './model-room/jobs.ts';
import { part } from './model-room/steps.ts';

/** Headlines that are named of those that would change. */
const MOST_NAMED = 100;
/** Headlines between two chances to do something else. */
const SLICE = 32;

/** The rules as they would be. */
export interface OtherRules {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
}

type Example = RulePreviewView['examples'][number];

/**
 * What other rules would do to lists: a model is taught and calibrated under them just as if they were applied, and all
 * headlines are scored by both. `ruleId` is the rule that is changed.
 */
export function* previewSteps(
  workspace: Workspace,
  other: OtherRules,
  ruleId: string,
  feeds: readonly Feed[],
): Steps<RulePreviewView> {
  const model = yield* part(taughtModel(workspace, other), 0, 0.4);
  const was = createTextScorer(workspace.model, workspace.reader);
  const is = createTextScorer(model, other.reader);
  const hasRule = (reader: Reader, text: string) =>
    readText(reader, text).hits.some(({ rule }) => rule.id === ruleId);
  const total = feeds.reduce((sum, { headlines }) => sum + headlines, 0);
  const ways = new Map<string, { from: Band; to: Band; count: number }>();
  const examples: Example[] = [];
  let [seen, hits, moved] = [0, 0, 0];
  for (const { text, place } of textsOf(workspace.db, feeds)) {
    seen += 1;
    if (hasRule(workspace.reader, text) || hasRule(other.reader, text)) hits += 1;
    const [from, to] = [was(text).band, is(text).band];
    if (from !== to) {
      moved += 1;
      const way = ways.get(`${from} ${to}`) ?? { from, to, count: 0 };
      ways.set(`${from} ${to}`, { ...way, count: way.count + 1 });
      if (examples.length < MOST_NAMED && !isKept(workspace.db, headlineDigest(text)))
        examples.push({ text, from, to, place });
    }
    if (seen % SLICE === 0) yield 0.4 + (0.6 * seen) / total;
  }
  return { headlines: total, hits, moved, ways: [...ways.values()], examples };
}

/** A model that has learned the workspace's labels under other rules. */
function* taughtModel(workspace: Workspace, { reader, rules }: OtherRules): Steps<Model> {
  const { db, leftOut, model } = workspace;
  const taught = createModel('under other rules', model.settings);
  const events = taughtEvents(db, leftOut);
  for (const [at, { text, label, origin }] of events.entries()) {
    learn(taught, exampleFor(reader, text), label, LABEL_WEIGHT[origin]);
    yield (0.5 * at) / events.length;
  }
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  return { ...taught, settings: calibrated({ db, leftOut, reader, rulesById }, taught).settings };
}

function* textsOf(
  db: Store,
  feeds: readonly Feed[],
): Generator<{ readonly text: string; readonly place: Example['place'] }> {
  for (const { id: feedId, firstId, headlines } of feeds) {
    for (let from = 0; from < headlines; from += BLOCK_SIZE) {
      const texts = textsFrom(db, firstId + from, Math.min(BLOCK_SIZE, headlines - from));
      for (const [at, text] of texts.entries())
        yield { text, place: { feedId, headlineId: firstId + from + at } };
    }
  }
}
