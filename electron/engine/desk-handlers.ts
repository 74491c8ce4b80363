import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { labelCode } from '#classifier/desk/list/list-columns.ts';
import { putWork, undoWork } from '#classifier/store/desk-work.ts';
import { annotatorNames, doubleOneIn, presentAnnotator, putSetting } from '#classifier/store/editors.ts';
import { copiesOf, findHeadline, findHeadlineByDigest } from '#classifier/store/headlines.ts';
import { eventsOf } from '#classifier/store/label-events.ts';
import { putLabel, undoEvent } from '#classifier/store/labelling.ts';
import { settleAll } from '#classifier/store/settling.ts';
import { UNSIGNED } from '#classifier/store/standing.ts';
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
  'work.put': ({ workspace }, { requestId, headlineId, change }) => {
    const headline = findHeadline(workspace.db, headlineId);
    if (!headline) return failed(noHeadline());
    const { digest, text } = headline;
    putWork(workspace.db, { ...change, digest, text, ...signature(workspace) }, requestId);
    return viewOf(workspace, headlineId);
  },
  'work.undo': ({ workspace }, { requestId, eventId }) => {
    const undone = undoWork(workspace.db, eventId, signature(workspace), requestId);
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
    const { workspace } = desk;
    const undone = undoEvent(workspace, eventId, requestId);
    if (!undone.ok) return undone;
    tellShown(desk, undone.value.digest);
    return done(agreementView(workspace.db));
  },
};

/** Lets the list thread know which label the desk shows for a headline. */
export function tellShown(
  { workspace: { db }, lists }: Pick<Desk, 'workspace' | 'lists'>,
  digest: string,
): void {
  lists.labelled(copiesOf(db, digest), labelCode(findHeadlineByDigest(db, digest)?.label ?? null));
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
