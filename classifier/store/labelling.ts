import type { Label } from '#classifier/core/axis.ts';
import { type Example, learn, unlearn } from '#classifier/core/model.ts';
import { changeWriter } from './count-changes.ts';
import type { CountWriter } from './count-rows.ts';
import {
  appendEvent,
  eventsOfBatch,
  findEventByRequest,
  type GivenLabel,
  isLogged,
  type LabelEvent,
} from './label-events.ts';
import { countWriter, readModelState, setLastEvent } from './model-counts.ts';
import { preparedColumn } from './prepared.ts';
import { settle, standingIn } from './settling.ts';
import { UNSIGNED } from './standing.ts';
import { recordStep } from './steps.ts';
import { taughtEvent } from './taught-events.ts';
import { endOfChain } from './undo-chain.ts';
import { exampleFor, LABEL_WEIGHT, modelName, type Workspace } from './workspace.ts';

/** A label given from outside the program. */
export type NewLabel = Omit<GivenLabel, 'origin'> & { readonly origin: 'desk' | 'import' };

/** A label read from a file; `dated` tells whether the file said when it was given. */
export interface FiledLabel extends NewLabel {
  readonly dated: boolean;
}

/** How the labels of a file are put. */
export interface FilingOptions {
  /** They are of a log: whatever their dates say, since a clock may be set back, each holds against those before. */
  readonly inOrder?: boolean;
  /** What else the file says, written in the same transaction. */
  readonly beside?: () => void;
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
      return repeated ?? decide(workspace, [given], requestId)[0];
    })
    .immediate();
  if (outcome === undefined || !('event' in outcome)) return outcome as LabelEvent;
  learnChange(workspace, outcome);
  return outcome.event;
}

/**
 * Saves and learns many labels in one transaction, the oldest first. What the log holds already changes nothing, and a
 * label that is older than the same editor's present one does not replace it: the same file twice is the same as once.
 */
export function putLabels(
  workspace: Workspace,
  given: readonly FiledLabel[],
  { inOrder = false, beside = () => {} }: FilingOptions = {},
): FiledOutcome {
  const { db } = workspace;
  const oldestFirst = inOrder
    ? given
    : [...given].sort((a, b) => (a.labelledAt < b.labelledAt ? -1 : a.labelledAt > b.labelledAt ? 1 : 0));
  const before = inOrder ? (readModelState(db)?.lastEvent ?? 0) : Number.POSITIVE_INFINITY;
  const count = countWriter(db);
  let known = 0;
  let older = 0;
  const changes = db
    .transaction(() => {
      const recorded = oldestFirst.flatMap((label) => {
        if (isLogged(db, label, label.dated)) known += 1;
        else if (isOutdated(db, label, before)) older += 1;
        else return [record(workspace, count, label, null)];
        return [];
      });
      beside();
      return recorded;
    })
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
      return decide(
        workspace,
        given.map((label) => ({ ...label, batch: requestId })),
        requestId,
      );
    })
    .immediate();
  for (const change of outcome) learnChange(workspace, change);
  return eventsOfBatch(db, requestId);
}

/** Whether a label of a file is older than the present one, up to event `before`, in whose place it would come. */
function isOutdated(
  db: Workspace['db'],
  { digest, annotator, labelledAt, isRuling }: FiledLabel,
  before: number,
): boolean {
  const { opinions, ruling } = standingIn(db, digest);
  const isNewer = (present: LabelEvent) => present.id <= before && present.labelledAt > labelledAt;
  if (isRuling) return ruling !== undefined && isNewer(ruling);
  return opinions.some(
    (present) =>
      isNewer(present) &&
      (annotator === UNSIGNED || present.annotator === UNSIGNED || present.annotator === annotator),
  );
}

/** What a label teaches. */
export interface Lesson {
  readonly example: Example;
  readonly label: Label;
  readonly weight: number;
}

/** An event and what it makes the model forget and learn. */
export interface LabelChange {
  readonly before: Lesson | undefined;
  readonly after: Lesson | undefined;
  readonly event: LabelEvent;
}

/** Appends labels that an editor gives at once inside the caller's transaction; those of the desk are a step. */
function decide(workspace: Workspace, given: readonly NewLabel[], requestId: string | null): LabelChange[] {
  const { db } = workspace;
  const count = changeWriter(db);
  const changes = given.map((label, at) => record(workspace, count, label, at === 0 ? requestId : null));
  const ofDesk = changes.filter(({ event }) => event.origin === 'desk');
  recordStep(
    db,
    ofDesk.map(({ event }) => ({ log: 'label', id: event.id })),
  );
  return changes;
}

/** Appends a label inside the caller's transaction and moves the stored counts. */
function record(
  workspace: Workspace,
  count: CountWriter,
  given: NewLabel,
  requestId: string | null,
): LabelChange {
  const whole = {
    shown: null,
    isRuling: false,
    batch: null,
    ...given,
    sawOther: given.sawOther ?? seesOther(workspace, given),
  };
  return append(workspace, count, { ...whole, requestId, undoes: null });
}

/** Appends an event that takes a label back, or gives it again, inside the caller's transaction; moves the stored counts. */
export function flipLabel(
  workspace: Workspace,
  count: CountWriter,
  original: LabelEvent,
  by: { readonly annotator: string; readonly at: string },
): LabelChange {
  const { db } = workspace;
  const undoes = endOfChain(db, { log: 'label', id: original.id });
  const { annotator, at: labelledAt } = by;
  const entry = { ...original, annotator, labelledAt, shown: null, batch: null, requestId: null, undoes };
  return append(workspace, count, entry);
}

function append(workspace: Workspace, count: CountWriter, entry: Omit<LabelEvent, 'id'>): LabelChange {
  const { db, leftOut } = workspace;
  const was = taughtEvent(db, entry.digest, leftOut);
  const eventId = appendEvent(db, entry, entry.requestId, entry.undoes);
  settle(db, entry.digest);
  const is = taughtEvent(db, entry.digest, leftOut);
  const moves = was?.id !== is?.id;
  const change = {
    before: moves ? lessonOf(workspace, was) : undefined,
    after: moves ? lessonOf(workspace, is) : undefined,
    event: { ...entry, id: eventId },
  };
  recordChange(workspace, count, change);
  return change;
}

/** Whether another editor's label was shown to the one who gives this. */
function seesOther({ db }: Workspace, { digest, annotator, origin }: NewLabel): boolean {
  if (origin !== 'desk') return false;
  const hidden = preparedColumn<[string]>(db, 'SELECT hidden FROM label WHERE digest = ?').get(digest);
  return hidden === 0 && standingIn(db, digest).opinions.some((event) => event.annotator !== annotator);
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
function recordChange(
  { db, reading }: Workspace,
  count: CountWriter,
  { before, after, event }: LabelChange,
): void {
  if (before) count(before.example, before.label, -before.weight);
  if (after) count(after.example, after.label, after.weight);
  setLastEvent(db, event.id, reading);
}

/** The same for the model in memory, once the transaction has been committed. */
export function learnChange(workspace: Workspace, { before, after, event }: LabelChange): void {
  const { model } = workspace;
  if (before) unlearn(model, before.example, before.label, before.weight);
  if (after) learn(model, after.example, after.label, after.weight);
  workspace.model = { ...model, name: modelName(event.id, workspace.version) };
}
