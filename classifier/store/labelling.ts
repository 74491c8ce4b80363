import type { Label } from '#classifier/core/axis.ts';
import { type Example, learn, unlearn } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { countLabelled } from './feeds.ts';
import {
  appendEvent,
  findEventByRequest,
  type GivenLabel,
  holdingEvent,
  isLogged,
  type LabelEvent,
  lastDeskLabel,
  setHolding,
} from './label-events.ts';
import { type CountWriter, countWriter, setLastEvent } from './model-counts.ts';
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
  /** Labels older than the one that an editor has given to the headline since. */
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
 * label that is older than the editors' present one does not replace it: the same file twice is the same as once.
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
        const held = holdingEvent(db, label.digest);
        if (isLogged(db, label, label.dated)) known += 1;
        else if (held !== undefined && held.origin !== 'starter' && held.labelledAt > label.labelledAt)
          older += 1;
        else return [record(workspace, count, label, null)];
        return [];
      }),
    )
    .immediate();
  for (const change of changes) learnChange(workspace, change);
  return { added: changes.length, known, older };
}

/** Takes back the desk's latest label that is not undone, with all that was learned from it. */
export function undoLabel(workspace: Workspace, requestId: string): Result<LabelEvent> {
  const { db } = workspace;
  const outcome = db
    .transaction(() => {
      const repeated = findEventByRequest(db, requestId);
      if (repeated) return repeated;
      const last = lastDeskLabel(db);
      return last && recordUndo(workspace, last, requestId);
    })
    .immediate();
  if (!outcome)
    return failed(trouble('nothing-to-undo', '没有可以撤销的标注。', 'There is no label to undo.'));
  if (!('event' in outcome)) return done(outcome);
  learnChange(workspace, outcome);
  return done(outcome.event);
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

/** Appends a label inside the caller's transaction and moves the stored counts. */
function record(
  workspace: Workspace,
  count: CountWriter,
  given: NewLabel,
  requestId: string | null,
): Change & { readonly event: LabelEvent } {
  const { db } = workspace;
  const held = holdingEvent(db, given.digest);
  const taught = taughtEvent(db, given.digest, workspace.leftOut);
  const eventId = appendEvent(db, given, requestId, null);
  const event: LabelEvent = { ...given, id: eventId, requestId, undoes: null };
  setHolding(db, given.digest, eventId);
  const change = { before: lessonOf(workspace, taught), after: lessonOf(workspace, event), eventId, event };
  recordChange(workspace, count, change);
  countFeeds(db, given.digest, held, event);
  return change;
}

/** Appends the undo of a label inside the caller's transaction and moves the stored counts. */
function recordUndo(
  workspace: Workspace,
  last: LabelEvent,
  requestId: string,
): Change & { readonly event: LabelEvent } {
  const { db } = workspace;
  const held = holdingEvent(db, last.digest);
  const undo = { ...last, labelledAt: workspace.now() };
  const taught = taughtEvent(db, last.digest, workspace.leftOut);
  const eventId = appendEvent(db, undo, requestId, last.id);
  const holding = holdingEvent(db, last.digest);
  setHolding(db, last.digest, holding?.id);
  const now = taughtEvent(db, last.digest, workspace.leftOut);
  const change = { before: lessonOf(workspace, taught), after: lessonOf(workspace, now), eventId };
  recordChange(workspace, countWriter(db), change);
  countFeeds(db, last.digest, held, holding);
  return { ...change, event: { ...undo, id: eventId, requestId, undoes: last.id } };
}

/** Keeps the feeds' numbers of labelled headlines; those that only came with the program are not counted. */
function countFeeds(
  db: Workspace['db'],
  digest: string,
  before: LabelEvent | undefined,
  after: LabelEvent | undefined,
): void {
  const [was, is] = [before, after].map((event) => event !== undefined && event.origin !== 'starter');
  if (was !== is) countLabelled(db, digest, is ? 1 : -1);
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
