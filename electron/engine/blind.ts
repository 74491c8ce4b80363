import { learn, unlearn } from '#classifier/core/model.ts';
import { lessonOf } from '#classifier/store/labelling.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { preparedColumn } from '#classifier/store/prepared.ts';
import { taughtEvent } from '#classifier/store/taught-events.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/**
 * Does the work with the model as if it had not learned another editor's label that is kept from the present one: a
 * score that has learned the label would give it away. The model is as before afterwards.
 */
export function blindly<T>(workspace: Workspace, digest: string, work: () => T): T {
  const lesson = isKept(workspace.db, digest) ? keptLesson(workspace, digest) : undefined;
  if (lesson === undefined) return work();
  const { example, label, weight } = lesson;
  unlearn(workspace.model, example, label, weight);
  try {
    return work();
  } finally {
    learn(workspace.model, example, label, weight);
  }
}

/** Whether the label of a headline is kept from the present editor. */
export function isKept(db: Store, digest: string): boolean {
  return preparedColumn<[string]>(db, 'SELECT hidden FROM label WHERE digest = ?').get(digest) === 1;
}

function keptLesson(workspace: Workspace, digest: string): ReturnType<typeof lessonOf> {
  return lessonOf(workspace, taughtEvent(workspace.db, digest, workspace.leftOut));
}
