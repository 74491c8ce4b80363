import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { changeWriter } from './count-changes.ts';
import { findWorkEvent, flipWork, type WorkEvent } from './desk-work.ts';
import { presentAnnotator } from './editors.ts';
import { findEvent, type LabelEvent } from './label-events.ts';
import { flipLabel, type LabelChange, learnChange } from './labelling.ts';
import { UNSIGNED } from './standing.ts';
import {
  eventsOfStep,
  markDone,
  markUndone,
  noteRequest,
  type StepEvent,
  stepOfEvent,
  stepOfRequest,
  stepToRedo,
  stepToUndo,
} from './steps.ts';
import { isTakenBack } from './undo-chain.ts';
import type { Workspace } from './workspace.ts';

/** A decision that was taken back, or given again, as it was made. */
export type StepChange =
  | { readonly log: 'label'; readonly event: LabelEvent }
  | { readonly log: 'work'; readonly event: WorkEvent };

export interface StepOutcome {
  readonly kind: 'undo' | 'redo';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** In the order in which they were made. */
  readonly changes: readonly StepChange[];
}

/**
 * Takes back the latest step of whoever made it: labels and rulings with all that was learned from them, or desk work.
 * A request that was carried out before changes nothing.
 */
export function undoStep(workspace: Workspace, requestId: string): Result<StepOutcome> {
  return turn(workspace, requestId, 'undo', () => stepToUndo(workspace.db));
}

/** Does again the step that was taken back last, unless something was decided since. */
export function redoStep(workspace: Workspace, requestId: string): Result<StepOutcome> {
  return turn(workspace, requestId, 'redo', () => stepToRedo(workspace.db));
}

/** Takes back one decision, wherever it stands in the log. */
export function undoEvent(workspace: Workspace, event: StepEvent, requestId: string): Result<StepOutcome> {
  const { db } = workspace;
  return turn(workspace, requestId, 'undo', () => {
    const original = event.log === 'label' ? findEvent(db, event.id) : findWorkEvent(db, event.id);
    if (original === undefined || original.undoes !== null || isTakenBack(db, event)) return undefined;
    return stepOfEvent(db, event);
  });
}

interface Turned extends StepOutcome {
  readonly learned: readonly LabelChange[];
}

function turn(
  workspace: Workspace,
  requestId: string,
  kind: StepOutcome['kind'],
  choose: () => number | undefined,
): Result<StepOutcome> {
  const { db } = workspace;
  const at = workspace.now();
  const turned = db
    .transaction((): Turned | undefined => {
      const repeated = stepOfRequest(db, requestId);
      if (repeated !== undefined) return { kind, at, changes: changesOf(workspace, repeated), learned: [] };
      const step = choose();
      if (step === undefined) return undefined;
      const changes = changesOf(workspace, step).filter(
        ({ log, event }) => isTakenBack(db, { log, id: event.id }) === (kind === 'redo'),
      );
      const learned = flip(workspace, kind === 'undo' ? changes.toReversed() : changes, at);
      (kind === 'undo' ? markUndone : markDone)(db, step);
      noteRequest(db, requestId, step);
      return { kind, at, changes, learned };
    })
    .immediate();
  if (turned === undefined) return failed(nothingTo(kind));
  for (const change of turned.learned) learnChange(workspace, change);
  return done({ kind, at: turned.at, changes: turned.changes });
}

function changesOf({ db }: Workspace, step: number): StepChange[] {
  return eventsOfStep(db, step).flatMap(({ log, id }): StepChange[] => {
    if (log === 'label') {
      const event = findEvent(db, id);
      return event ? [{ log, event }] : [];
    }
    const event = findWorkEvent(db, id);
    return event ? [{ log, event }] : [];
  });
}

/** Appends to the logs what takes the events back, or gives them again; tells what is to be learned from it. */
function flip(workspace: Workspace, changes: readonly StepChange[], at: string): LabelChange[] {
  const { db } = workspace;
  const count = changeWriter(db);
  const annotator = presentAnnotator(db) ?? UNSIGNED;
  return changes.flatMap((change) => {
    if (change.log === 'label') return [flipLabel(workspace, count, change.event, { annotator, at })];
    flipWork(db, change.event, { annotator, madeAt: at });
    return [];
  });
}

function nothingTo(kind: StepOutcome['kind']): Trouble {
  return kind === 'undo'
    ? trouble('nothing-to-undo', '没有可以撤销的一步。', 'There is nothing to undo.')
    : trouble(
        'nothing-to-redo',
        '没有可以重做的一步：没有撤销过，或撤销之后又作了新的决定。',
        'There is nothing to redo: nothing was undone, or something was decided since.',
      );
}
