import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { putWorks, skippedIn, workOf } from '#classifier/store/desk-work.ts';
import { annotatorNames, doubleOneIn, presentAnnotator, putSetting } from '#classifier/store/editors.ts';
import { findFeed, listFeeds } from '#classifier/store/feeds.ts';
import { copiesOf, findHeadline, headlineFinder, shownLabelOf } from '#classifier/store/headlines.ts';
import { eventsOf } from '#classifier/store/label-events.ts';
import { putLabel } from '#classifier/store/labelling.ts';
import { settleAll } from '#classifier/store/settling.ts';
import { UNSIGNED } from '#classifier/store/standing.ts';
import type { StepEvent } from '#classifier/store/steps.ts';
import { type StepChange, type StepOutcome, undoEvent } from '#classifier/store/undoing.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { EditorsView } from '#contract/desk-views.ts';
import type { DeskRequest } from '#contract/names.ts';
import { agreementView } from './agreement-view.ts';
import type { Desk } from './handlers.ts';
import { todayView } from './today-view.ts';
import { workView } from './work-view.ts';

/** Answers the requests of desk work and of several editors. */
export const DESK_HANDLERS: {
  readonly [C in DeskRequest]: (desk: Desk, args: Arguments<C>) => Result<EngineAnswers[C]>;
} = {
  'work.of': ({ workspace }, { headlineId }) => viewOf(workspace, headlineId),
  'work.put': (desk, { requestId, headlineId, others = [], change }) => {
    const { workspace } = desk;
    const { db } = workspace;
    const headlines = [headlineId, ...others].map(headlineFinder(db));
    if (!headlines.every((one) => one !== undefined)) return failed(noHeadline());
    const by = signature(workspace);
    putWorks(
      db,
      headlines.map(({ digest, text }) => ({ ...change, digest, text, ...by })),
      requestId,
    );
    for (const { digest } of headlines) tellWork(desk, digest);
    return viewOf(workspace, headlineId);
  },
  'work.unskip': (desk, { requestId, feedId }) => {
    const { workspace } = desk;
    const { db } = workspace;
    const feeds =
      feedId === 'all' ? listFeeds(db) : [findFeed(db, feedId)].filter((feed) => feed !== undefined);
    const skipped = feeds.flatMap((feed) => skippedIn(db, feed));
    const by = signature(workspace);
    putWorks(
      db,
      skipped.map((headline) => ({ ...headline, field: 'skip', value: null, ...by })),
      requestId,
    );
    for (const { digest } of skipped) tellWork(desk, digest);
    return done({ headlines: skipped.length });
  },
  'work.undo': (desk, { requestId, eventId }) => {
    const undone = takeBack(desk, { log: 'work', id: eventId }, requestId);
    return undone.ok ? done(null) : undone;
  },
  'work.today': ({ workspace }, args) => done(todayView(workspace.db, args)),
  'editors.about': ({ workspace }) => done(editorsView(workspace)),
  'editors.choose': (desk, { name }) => changeDesk(desk, 'annotator', name.trim()),
  'editors.share': (desk, { oneIn }) => changeDesk(desk, 'double-one-in', oneIn),
  'editors.agreement': ({ workspace }) => done(agreementView(workspace.db)),
  'editors.rule': (desk, { requestId, digest, label }) => {
    const { workspace } = desk;
    const text = eventsOf(workspace.db, digest)[0]?.text;
    if (text === undefined) return failed(noHeadline());
    const { annotator, madeAt: labelledAt } = signature(workspace);
    const given = { digest, text, label, annotator, labelledAt, note: null, extra: null, isRuling: true };
    putLabel(workspace, { ...given, origin: 'desk' }, requestId);
    tellShown(desk, digest);
    return done(agreementView(workspace.db));
  },
  'editors.undo': (desk, { requestId, eventId }) => {
    const undone = takeBack(desk, { log: 'label', id: eventId }, requestId);
    return undone.ok ? done(agreementView(desk.workspace.db)) : undone;
  },
};

/** Lets the list thread know which label the desk shows for a headline. */
export function tellShown(
  { workspace: { db }, lists }: Pick<Desk, 'workspace' | 'lists'>,
  digest: string,
): void {
  const shown = shownLabelOf(db, digest) ?? { label: null, annotator: UNSIGNED, labelledAt: '' };
  lists.labelled(copiesOf(db, digest), shown);
}

/** The same for what the desk does about a headline. */
function tellWork({ workspace: { db }, lists }: Pick<Desk, 'workspace' | 'lists'>, digest: string): void {
  const { disposition, flag, skip } = workOf(db, digest);
  lists.worked(copiesOf(db, digest), { disposition, flag, skip });
}

/** The same for all changes of a step. */
export function tellChanges(desk: Desk, changes: readonly StepChange[]): void {
  for (const { log, event } of changes) (log === 'label' ? tellShown : tellWork)(desk, event.digest);
}

function takeBack(desk: Desk, event: StepEvent, requestId: string): Result<StepOutcome> {
  const undone = undoEvent(desk.workspace, event, requestId);
  if (undone.ok) tellChanges(desk, undone.value.changes);
  return undone;
}

/** Whose name labels and desk work carry now; unsigned while nobody has said who they are. */
export function signature({ db, now }: Workspace): { readonly annotator: string; readonly madeAt: string } {
  return { annotator: presentAnnotator(db) ?? UNSIGNED, madeAt: now() };
}

/** Another editor, or another double share: other labels are shown from now on. */
function changeDesk(
  { workspace, lists }: Desk,
  name: 'annotator' | 'double-one-in',
  value: string | number,
): Result<EditorsView> {
  const { db } = workspace;
  db.transaction(() => {
    putSetting(db, name, value);
    settleAll(db);
  }).immediate();
  lists.reload();
  return done(editorsView(workspace));
}

function editorsView({ db }: Workspace): EditorsView {
  return { annotator: presentAnnotator(db), names: annotatorNames(db), oneIn: doubleOneIn(db) };
}

function viewOf(workspace: Workspace, headlineId: number): Result<EngineAnswers['work.of']> {
  const headline = findHeadline(workspace.db, headlineId);
  return headline ? done(workView(workspace.db, headline)) : failed(noHeadline());
}

/** What is answered about a headline that is not there any more. */
export function noHeadline(): Trouble {
  return trouble(
    'not-found',
    '找不到这条标题，它所在的清单可能已删除。',
    'This headline is gone; its list may have been deleted.',
  );
}
