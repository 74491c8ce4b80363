import { createModel, learn, type Model } from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import type { Lesson } from '#classifier/evaluate/left-out.ts';
import type { LabelOrigin } from '#classifier/store/label-events.ts';
import { taughtEvents } from '#classifier/store/taught-events.ts';
import { exampleFor, LABEL_WEIGHT, type Workspace } from '#classifier/store/workspace.ts';
import type { Steps } from './jobs.ts';

/** A label that the model has learned. */
export interface Taught extends Lesson {
  readonly digest: string;
  readonly text: string;
  readonly origin: LabelOrigin;
}

/** All that a model has learned, by groups of near-copies, and a copy of the model that labels do not change. */
export interface Lessons {
  readonly model: Model;
  readonly all: readonly Taught[];
  readonly groups: readonly (readonly Taught[])[];
}

/** Reads again what the workspace's model has learned; yields after each headline. */
export function* readLessons(workspace: Workspace): Steps<Lessons> {
  const { db, reader, leftOut } = workspace;
  const model = createModel(workspace.model.name, workspace.model.settings);
  const events = taughtEvents(db, leftOut);
  const all: Taught[] = [];
  for (const { digest, text, label, origin } of events) {
    const taught = {
      digest,
      text,
      label,
      origin,
      example: exampleFor(reader, text),
      weight: LABEL_WEIGHT[origin],
    };
    learn(model, taught.example, label, taught.weight);
    all.push(taught);
    yield all.length / events.length;
  }
  const firsts = nearCopyGroups(all.map(({ text }) => text));
  const groups = [...Map.groupBy(all.keys(), (at) => firsts[at]).values()];
  return { model, all, groups: groups.map((members) => members.map((at) => all[at] as Taught)) };
}
