import { done, failed, type Result } from '#classifier/core/result.ts';
import { listFeeds } from '#classifier/store/feeds.ts';
import { linkOf } from '#classifier/store/headline-link.ts';
import { findHeadline, headlineFinder } from '#classifier/store/headlines.ts';
import { countLabels } from '#classifier/store/label-events.ts';
import { putBatch, putLabel } from '#classifier/store/labelling.ts';
import { redoStep, type StepOutcome, undoStep } from '#classifier/store/undoing.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { Arguments, EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { BackupRequest } from '#contract/names.ts';
import { blindly } from './blind.ts';
import { clusterView } from './cluster-view.ts';
import { DESK_HANDLERS, noHeadline, signature, tellChanges, tellShown } from './desk-handlers.ts';
import { exportDataSet } from './export-data-set.ts';
import { feedView, importView, pasteName } from './feed-view.ts';
import { FORGET_HANDLERS } from './forget-handlers.ts';
import { evidenceDetail } from './headline-view.ts';
import { IMPORT_HANDLERS } from './import-handlers.ts';
import type { Imports } from './imports/import-client.ts';
import type { Offers } from './imports/offers.ts';
import { LIST_HANDLERS } from './list-handlers.ts';
import type { Lists } from './lists/list-client.ts';
import { MODEL_FILE_HANDLERS } from './model-files.ts';
import { MODEL_HANDLERS } from './model-room/handlers.ts';
import type { Jobs } from './model-room/jobs.ts';
import { REASON_HANDLERS, type RuleRoom } from './reason-handlers.ts';
import { rowsOf } from './rows.ts';
import { stepView } from './step-view.ts';
import { SUBSCRIPTION_HANDLERS } from './subscriptions/handlers.ts';
import type { Poller } from './subscriptions/poller.ts';

/** What the engine's handlers work on. */
export interface Desk {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly version: string;
  /** The list that the program comes with. */
  readonly sample: string;
  readonly lists: Lists;
  readonly imports: Imports;
  /** Sources that wait for the editor's word. */
  readonly offers: Offers;
  readonly poller: Poller;
  /** What the model room computes in the background. */
  readonly jobs: Jobs;
  readonly rules: RuleRoom;
}

/** Answers each request of the contract. A handler may throw only what SQLite throws. */
export const HANDLERS: {
  readonly [C in Exclude<EngineRequest, BackupRequest>]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'feed.list': ({ workspace }) => done(listFeeds(workspace.db).map(feedView)),
  'feed.open': async ({ imports }, { path }) =>
    importView(await imports.open({ kind: 'file', path, choices: {} })),
  'feed.paste': async ({ workspace, imports }, { text }) =>
    importView(await imports.open({ kind: 'text', name: pasteName(workspace.now()), text, choices: {} })),
  'feed.sample': async ({ imports, sample }) =>
    importView(await imports.open({ kind: 'file', path: sample, choices: {} })),
  'import.cancel': ({ imports }) => {
    imports.cancel();
    return done(null);
  },
  'headline.evidence': async ({ workspace, lists }, { headlineId }) => {
    const headline = findHeadline(workspace.db, headlineId);
    if (!headline) return failed(noHeadline());
    const story = await lists.ask('story', headlineId);
    if (!story.ok) return story;
    const cluster = clusterView(workspace, headline, story.value);
    return done(blindly(workspace, headline.digest, () => evidenceDetail(workspace, headline, cluster)));
  },
  'headline.link': ({ workspace }, { headlineId }) => {
    const headline = findHeadline(workspace.db, headlineId);
    return headline ? done({ link: linkOf(workspace.db, headline) }) : failed(noHeadline());
  },
  'headline.rows': ({ workspace }, { headlineIds }) => done(rowsOf(workspace, headlineIds)),
  'label.put': (desk, { requestId, headlineId, others = [], label, shown = null }) => {
    const { workspace } = desk;
    const { annotator, madeAt: labelledAt } = signature(workspace);
    const find = headlineFinder(workspace.db);
    const headlines = [...new Set([headlineId, ...others])].map(find);
    if (!headlines.every((one) => one !== undefined)) return failed(noHeadline());
    const given = headlines.map(({ id, digest, text }) => ({
      ...{ digest, text, label, annotator, labelledAt, note: null, extra: null, origin: 'desk' as const },
      shown: id === headlineId ? shown : null,
    }));
    const [first] = given;
    if (first === undefined) return failed(noHeadline());
    const event =
      given.length === 1 ? putLabel(workspace, first, requestId) : putBatch(workspace, given, requestId)[0];
    for (const { digest } of given) tellShown(desk, digest);
    const [row] = rowsOf(workspace, [headlineId]);
    if (event === undefined || row === undefined) return failed(noHeadline());
    return done({ eventId: event.id, savedAt: event.labelledAt, row, others });
  },
  'step.undo': (desk, { requestId, visible }) => turned(desk, undoStep(desk.workspace, requestId), visible),
  'step.redo': (desk, { requestId, visible }) => turned(desk, redoStep(desk.workspace, requestId), visible),
  'label.export': (desk, { path, choice }) => exportDataSet(desk, path, choice),
  'workspace.about': ({ workspace, folder, version }) =>
    done({
      folder,
      version,
      model: workspace.model.name,
      deskLabels: countLabels(workspace.db, { deskOnly: true }),
    }),
  ...LIST_HANDLERS,
  ...REASON_HANDLERS,
  ...IMPORT_HANDLERS,
  ...MODEL_HANDLERS,
  ...MODEL_FILE_HANDLERS,
  ...DESK_HANDLERS,
  ...SUBSCRIPTION_HANDLERS,
  ...FORGET_HANDLERS,
};

/** What an undo or redo did, once the list thread knows of it. */
function turned(
  desk: Desk,
  outcome: Result<StepOutcome>,
  visible: readonly number[],
): Result<EngineAnswers['step.undo']> {
  if (!outcome.ok) return outcome;
  tellChanges(desk, outcome.value.changes);
  return done(stepView(desk.workspace, outcome.value, visible));
}
