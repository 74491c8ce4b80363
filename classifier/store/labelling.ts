import type { Label } from '#classifier/core/axis.ts';
import { type Example, learn, unlearn } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { presentAnnotator } from './editors.ts';
import {
  appendEvent,
  eventsOfBatch,
  findEvent,
  findEventByRequest,
  type GivenLabel,
  isLogged,
  isUndone,
  type LabelEvent,
  lastDeskLabel,
} from './label-events.ts';
import { type CountWriter, countWriter, setLastEvent } from './model-counts.ts';
import { settle, standingIn } from './settling.ts';
import { UNSIGNED } from './standing.ts';
import { taughtEvent } from './taught-events.ts';
import { exampleFor, LABEL_WEIGHT, modelName, type Workspace } from './workspace.ts';

/** A label given from outside the program. */
export type NewLabel = Omit<GivenLabel, 'origin'> & { readonly origin: 'desk' | 'import' };

/** A label read from a file; `dated` tells whether the file said when it was given. */
export interface FiledLabel extends NewLabel {
  readonly dated: boolean;
}

/** What became of the labels of a file. */
export interface FiledOutcome {
  readonly added: number;
  /** Labels that the log holds already. */
  readonly known: number;
  /** Labels older than the one of the same editor, or of the desk as a whole, that holds since. */
  readonly older: number;
}

/**
 * Saves a label and learns it, in one transaction: event, holding label and counts together or not at all. The memory
 * model follows only after the commit. A request that was carried out before returns its event and changes nothing.
 */
export function putLabel(workspace: Workspace, given: NewLabel, requestId: string | null): LabelEvent {
  const { db } = workspace;
  const outcome = db
    .transaction(() => {
      const repeated = requestId === null ? undefined : findEventByRequest(db, requestId);
      return repeated ?? record(workspace, countWriter(db), given, requestId);
    })
    .immediate();
  if (!('event' in outcome)) return outcome;
  learnChange(workspace, outcome);
  return outcome.event;
}

/**
 * Saves and learns many labels in one transaction, the oldest first. What the log holds already changes nothing, and a
 * label that is older than the same editor's present one does not replace it: the same file twice is the same as once.
 */
export function putLabels(workspace: Workspace, given: readonly FiledLabel[]): FiledOutcome {
  const { db } = workspace;
  const oldestFirst = [...given].sort((a, b) =>
    a.labelledAt < b.labelledAt ? -1 : a.labelledAt > b.labelledAt ? 1 : 0,
  );
  const count = countWriter(db);
  let known = 0;
  let older = 0;
  const changes = db
    .transaction(() =>
      oldestFirst.flatMap((label) => {
        if (isLogged(db, label, label.dated)) known += 1;
        else if (isOutdated(db, label)) older += 1;
        else return [record(workspace, count, label, null)];
        return [];
      }),
    )
    .immediate();
  for (const change of changes) learnChange(workspace, change);
  return { added: changes.length, known, older };
}

/**
 * Saves and learns the labels of several headlines in one transaction and as one step, whose id the events share: one
 * undo takes them all back. A request that was carried out before returns its events and changes nothing.
 */
export function putBatch(workspace: Workspace, given: readonly NewLabel[], requestId: string): LabelEvent[] {
  const { db } = workspace;
  const outcome = db
    .transaction(() => {
      if (findEventByRequest(db, requestId)) return [];
      const count = countWriter(db);
      return given.map((label, at) =>
        record(workspace, count, { ...label, batch: requestId }, at === 0 ? requestId : null),
      );
    })
    .immediate();
  for (const change of outcome) learnChange(workspace, change);
  return eventsOfBatch(db, requestId);
}

/**
 * Takes back the desk's latest label that is not undone, with all that was learned from it. A label that was given in
 * one step with others takes them along; the events of that undo share its request's id as their batch.
 */
export function undoLabel(workspace: Workspace, requestId: string): Result<LabelEvent> {
  const { db } = workspace;
  const outcome = db
    .transaction(() => {
      const repeated = findEventByRequest(db, requestId);
      if (repeated) return repeated;
      const last = lastDeskLabel(db);
      if (last === undefined) return undefined;
      if (last.batch === null) return [recordUndo(workspace, last, requestId)];
      const step = eventsOfBatch(db, last.batch).filter(({ id }) => !isUndone(db, id));
      return step
        .reverse()
        .map((event, at) =>
          recordUndo(workspace, { ...event, batch: requestId }, at === 0 ? requestId : null),
        );
    })
    .immediate();
  return followUndo(workspace, outcome);
}

/** Takes back one label or ruling, with all that was learned from it. */
export function undoEvent(workspace: Workspace, eventId: number, requestId: string): Result<LabelEvent> {
  const { db } = workspace;
  const outcome = db
    .transaction(() => {
      const repeated = findEventByRequest(db, requestId);
      if (repeated) return repeated;
      const event = findEvent(db, eventId);
      const isThere = event !== undefined && event.undoes === null && !isUndone(db, eventId);
      return isThere ? [recordUndo(workspace, { ...event, batch: null }, requestId)] : undefined;
    })
    .immediate();
  return followUndo(workspace, outcome);
}

function followUndo(
  workspace: Workspace,
  outcome: LabelEvent | readonly RecordedChange[] | undefined,
): Result<LabelEvent> {
  if (outcome !== undefined && 'id' in outcome) return done(outcome);
  const first = outcome?.[0];
  if (outcome === undefined || first === undefined)
    return failed(trouble('nothing-to-undo', '没有可以撤销的标注。', 'There is no label to undo.'));
  for (const change of outcome) learnChange(workspace, change);
  return done(first.event);
}

/** Whether a label of a file is older than the present one in whose place it would come. */
function isOutdated(db: Workspace['db'], { digest, annotator, labelledAt, isRuling }: FiledLabel): boolean {
  const { opinions, ruling } = standingIn(db, digest);
  if (isRuling) return ruling !== undefined && ruling.labelledAt > labelledAt;
  return opinions.some(
    (present) =>
      present.labelledAt > labelledAt &&
      (annotator === UNSIGNED || present.annotator === UNSIGNED || present.annotator === annotator),
  );
}

/** What a label teaches. */
export interface Lesson {
  readonly example: Example;
  readonly label: Label;
  readonly weight: number;
}

/** What an event makes the model forget and learn. */
interface Change {
  readonly before: Lesson | undefined;
  readonly after: Lesson | undefined;
  readonly eventId: number;
}

/** A change with the event that made it. */
interface RecordedChange extends Change {
  readonly event: LabelEvent;
}

/** Appends a label inside the caller's transaction and moves the stored counts. */
function record(
  workspace: Workspace,
  count: CountWriter,
  given: NewLabel,
  requestId: string | null,
): RecordedChange {
  const whole = {
    shown: null,
    isRuling: false,
    batch: null,
    ...given,
    sawOther: given.sawOther ?? seesOther(workspace, given),
  };
  return append(workspace, count, { ...whole, requestId, undoes: null });
}

/** Appends the undo of a label inside the caller's transaction and moves the stored counts. */
function recordUndo(workspace: Workspace, last: LabelEvent, requestId: string | null): RecordedChange {
  const { db } = workspace;
  const annotator = presentAnnotator(db) ?? last.annotator;
  const undo = { ...last, annotator, labelledAt: workspace.now(), shown: null };
  return append(workspace, countWriter(db), { ...undo, requestId, undoes: last.id });
}

function append(workspace: Workspace, count: CountWriter, entry: Omit<LabelEvent, 'id'>): RecordedChange {
  const { db, leftOut } = workspace;
  const was = taughtEvent(db, entry.digest, leftOut);
  const eventId = appendEvent(db, entry, entry.requestId, entry.undoes);
  settle(db, entry.digest);
  const is = taughtEvent(db, entry.digest, leftOut);
  const moves = was?.id !== is?.id;
  const change = {
    before: moves ? lessonOf(workspace, was) : undefined,
    after: moves ? lessonOf(workspace, is) : undefined,
    eventId,
    event: { ...entry, id: eventId },
  };
  recordChange(workspace, count, change);
  return change;
}

/** Whether another editor's label was shown to the one who gives this. */
function seesOther({ db }: Workspace, { digest, annotator, origin }: NewLabel): boolean {
  if (origin !== 'desk') return false;
  const row = db
    .prepare<[string], { hidden: number }>('SELECT hidden FROM label WHERE digest = ?')
    .get(digest);
  return row?.hidden === 0 && standingIn(db, digest).opinions.some((event) => event.annotator !== annotator);
}

/** What a label teaches; nothing where there is none. */
export function lessonOf({ reader }: Workspace, event: LabelEvent | undefined): Lesson | undefined {
  if (event === undefined) return undefined;
  return {
    example: exampleFor(reader, event.text),
    label: event.label,
    weight: LABEL_WEIGHT[event.origin],
  };
}

/** Moves the stored counts from one holding label of a headline to another. */
function recordChange({ db }: Workspace, count: CountWriter, { before, after, eventId }: Change): void {
  if (before) count(before.example, before.label, -before.weight);
  if (after) count(after.example, after.label, after.weight);
  setLastEvent(db, eventId);
}

/** The same for the model in memory, once the transaction has been committed. */
function learnChange(workspace: Workspace, { before, after, eventId }: Change): void {
  const { model } = workspace;
  if (before) unlearn(model, before.example, before.label, before.weight);
  if (after) learn(model, after.example, after.label, after.weight);
  workspace.model = { ...model, name: modelName(eventId, workspace.version) };
}
