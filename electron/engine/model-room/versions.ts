import { byAxis } from '#classifier/core/axis.ts';
import { changeToUndo, listVersions } from '#classifier/store/model-versions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { VersionsView } from '#contract/model-views.ts';

/** All versions of the model with what made each, and what can be taken back. */
export function versionsView({ db, version }: Workspace): VersionsView {
  const versions = listVersions(db);
  const undoable = changeToUndo(db);
  return {
    versions: versions.map((one, at) => ({
      id: one.id,
      createdAt: one.createdAt,
      kind: one.kind,
      refersTo: one.refersTo,
      events: one.lastEvent - (versions[at + 1]?.lastEvent ?? 0),
      accuracy: byAxis((axis) => one.quality[axis].accuracy),
      costs: one.settings.costs,
      isPresent: one.id === version,
    })),
    undoable: undoable ? { kind: undoable.kind, refersTo: undoable.refersTo } : null,
  };
}
