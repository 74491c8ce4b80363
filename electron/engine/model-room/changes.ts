import type { Band } from '#classifier/core/bands.ts';
import { createModel, type Example, learn, type Model } from '#classifier/core/model.ts';
import { read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import { findVersion, type ModelVersion, versionBefore } from '#classifier/store/model-versions.ts';
import { newestTexts } from '#classifier/store/newest-texts.ts';
import { taughtEventsAt } from '#classifier/store/taught-events.ts';
import { exampleFor, LABEL_WEIGHT, type Workspace } from '#classifier/store/workspace.ts';
import type { ChangesView, MovedView } from '#contract/model-views.ts';
import type { Steps } from './jobs.ts';
import { part } from './steps.ts';

/** Headlines that are compared: the newest of the lists, or else those that are labelled. */
const MOST_COMPARED = 3000;
const MOST_SHOWN = 100;

/** Which headlines a version put into another band than the version before it; null where it is the first. */
export function* changesSteps(workspace: Workspace, versionId: number): Steps<ChangesView | null> {
  const { db, reader } = workspace;
  const version = findVersion(db, versionId);
  const before = version && versionBefore(db, versionId);
  if (!version || !before) return null;
  const examples = new Map<string, Example>();
  const was = yield* part(modelAt(workspace, before, examples), 0, 0.4);
  const is = yield* part(modelAt(workspace, version, examples), 0.4, 0.6);
  const texts = textsToCompare(workspace, version);
  const moved: MovedView[] = [];
  for (const [at, text] of texts.entries()) {
    const [from, to] = [was, is].map((model) => score(model, read(reader, text)).band) as [Band, Band];
    if (from !== to) moved.push({ text, from, to });
    yield 0.6 + (0.4 * (at + 1)) / texts.length;
  }
  return { versionId, compared: texts.length, moved: moved.length, examples: moved.slice(0, MOST_SHOWN) };
}

/** The model as it was at a version, built anew from the log. `examples` keeps what was read, by digest. */
function* modelAt(
  { db, reader }: Workspace,
  { lastEvent, leftOut, settings }: ModelVersion,
  examples: Map<string, Example>,
): Steps<Model> {
  const model = createModel('earlier', settings);
  const events = taughtEventsAt(db, lastEvent, leftOut);
  for (const [at, { digest, text, label, origin }] of events.entries()) {
    const example = examples.get(digest) ?? exampleFor(reader, text);
    examples.set(digest, example);
    learn(model, example, label, LABEL_WEIGHT[origin]);
    yield (at + 1) / events.length;
  }
  return model;
}

function textsToCompare({ db }: Workspace, { lastEvent, leftOut }: ModelVersion): string[] {
  const newest = newestTexts(db, MOST_COMPARED);
  const texts = newest.length > 0 ? newest : taughtEventsAt(db, lastEvent, leftOut).map(({ text }) => text);
  return [...new Set(texts)].slice(0, MOST_COMPARED);
}
