import { learn, unlearn } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import {
  appendEvent,
  findEventByRequest,
  type GivenLabel,
  holdingEvent,
  type LabelEvent,
  lastDeskLabel,
  setHolding,
} from './label-events.ts';
import { countWriter, setLastEvent } from './model-counts.ts';
import { exampleFor, LABEL_WEIGHT, modelName, type Workspace } from './workspace.ts';

/** A label given from outside the program. */
export type NewLabel = Omit<GivenLabel, 'origin'> & { readonly origin: 'desk' | 'import' };

/**
 * Saves a label and learns it, in one transaction: event, holding label and counts together or not at all. The memory
 * model follows only after the commit. A request that was carried out before returns its event and changes nothing.
 */
export function putLabel(workspace: Workspace, given: NewLabel, requestId: string | null): LabelEvent {
  const repeated = requestId === null ? undefined : findEventByRequest(workspace.db, requestId);
  return repeated ?? (append(workspace, [given], requestId)[0] as LabelEvent);
}

/** Saves and learns many labels in one transaction; labels that the log holds already, to the letter, are left out. */
export function putLabels(
  workspace: Workspace,
  given: readonly NewLabel[],
): { added: number; known: number } {
  const added = append(
    workspace,
    given.filter((label) => !isHeld(workspace, label)),
    null,
  );
  return { added: added.length, known: given.length - added.length };
}

/** Takes back the desk's latest label that is not undone, with all that was learned from it. */
export function undoLabel(workspace: Workspace, requestId: string): Result<LabelEvent> {
  const { db } = workspace;
  const repeated = findEventByRequest(db, requestId);
  if (repeated) return done(repeated);
  const last = lastDeskLabel(db);
  if (!last) return failed(trouble('nothing-to-undo', '没有可以撤销的标注。', 'There is no label to undo.'));
  const change = db.transaction(() => {
    const before = holdingEvent(db, last.digest);
    const undo = { ...last, labelledAt: workspace.now() };
    const id = appendEvent(db, undo, requestId, last.id);
    const after = holdingEvent(db, last.digest);
    setHolding(db, last.digest, after?.id);
    recordChange(workspace, before, after, id);
    return { before, after, event: { ...undo, id, requestId, undoes: last.id } };
  });
  const { before, after, event } = change.immediate();
  learnChange(workspace, before, after, event.id);
  return done(event);
}

function append(workspace: Workspace, given: readonly NewLabel[], requestId: string | null): LabelEvent[] {
  const { db } = workspace;
  const changes = db
    .transaction(() =>
      given.map((label) => {
        const before = holdingEvent(db, label.digest);
        const id = appendEvent(db, label, requestId, null);
        const after: LabelEvent = { ...label, id, requestId, undoes: null };
        setHolding(db, label.digest, id);
        recordChange(workspace, before, after, id);
        return { before, after };
      }),
    )
    .immediate();
  for (const { before, after } of changes) learnChange(workspace, before, after, after.id);
  return changes.map(({ after }) => after);
}

/** Moves the stored counts from one holding label of a headline to another. */
function recordChange(
  { db, reader }: Workspace,
  before: LabelEvent | undefined,
  after: LabelEvent | undefined,
  eventId: number,
): void {
  const count = countWriter(db);
  if (before) count(exampleFor(reader, before.text), before.label, -LABEL_WEIGHT[before.origin]);
  if (after) count(exampleFor(reader, after.text), after.label, LABEL_WEIGHT[after.origin]);
  setLastEvent(db, eventId);
}

/** The same for the model in memory, once the transaction has been committed. */
function learnChange(
  workspace: Workspace,
  before: LabelEvent | undefined,
  after: LabelEvent | undefined,
  eventId: number,
): void {
  const { model, reader } = workspace;
  if (before) unlearn(model, exampleFor(reader, before.text), before.label, LABEL_WEIGHT[before.origin]);
  if (after) learn(model, exampleFor(reader, after.text), after.label, LABEL_WEIGHT[after.origin]);
  workspace.model = { ...model, name: modelName(eventId) };
}

function isHeld({ db }: Workspace, given: NewLabel): boolean {
  const held = holdingEvent(db, given.digest);
  return (
    held !== undefined &&
    held.origin !== 'starter' &&
    held.annotator === given.annotator &&
    held.labelledAt === given.labelledAt &&
    held.label.sensational === given.label.sensational &&
    held.label.implausible === given.label.implausible
  );
}
