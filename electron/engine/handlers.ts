import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { importFeedFile, importFeedText } from '#classifier/desk/feed-import.ts';
import { accountName, exportLabels } from '#classifier/desk/label-files.ts';
import { rescoreFeed } from '#classifier/desk/rescore.ts';
import { listFeeds } from '#classifier/store/feeds.ts';
import {
  countSelected,
  findHeadline,
  findHeadlineByDigest,
  type Headline,
  pageByScore,
} from '#classifier/store/headlines.ts';
import { countLabels, type LabelEvent } from '#classifier/store/label-events.ts';
import { putLabel, undoLabel } from '#classifier/store/labelling.ts';
import { indexFeed, searchSelection } from '#classifier/store/search.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { Arguments, EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { LabelView } from '#contract/views.ts';
import { type ClusterCache, clusterView } from './cluster-view.ts';
import { evidenceDetail, headlineView } from './headline-view.ts';
import { MODEL_HANDLERS } from './model-room/handlers.ts';
import type { Jobs } from './model-room/jobs.ts';

/** What the engine's handlers work on. */
export interface Desk {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly version: string;
  readonly clusters: ClusterCache;
  /** What the model room computes in the background. */
  readonly jobs: Jobs;
}

/** Answers each request of the contract. A handler may throw only what SQLite throws. */
export const HANDLERS: {
  readonly [C in EngineRequest]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'feed.list': ({ workspace }) => done(listFeeds(workspace.db)),
  'feed.open': ({ workspace }, { path }) => importFeedFile(workspace, path),
  'feed.paste': ({ workspace }, { text }) => importFeedText(workspace, pasteName(workspace.now()), text),
  'headline.list': listHeadlines,
  'headline.evidence': ({ workspace, clusters }, { headlineId }) => {
    const headline = findHeadline(workspace.db, headlineId);
    return headline
      ? done(evidenceDetail(workspace, headline, clusterView(workspace, clusters, headline)))
      : failed(noHeadline());
  },
  'label.put': ({ workspace }, { requestId, headlineId, label, visible }) => {
    const headline = findHeadline(workspace.db, headlineId);
    if (!headline) return failed(noHeadline());
    const { digest, text } = headline;
    const labelledAt = workspace.now();
    const given = {
      digest,
      text,
      label,
      origin: 'desk',
      annotator: accountName(),
      labelledAt,
      note: null,
      extra: null,
    } as const;
    return done(labelView(workspace, putLabel(workspace, given, requestId), headlineId, visible));
  },
  'label.undo': ({ workspace }, { requestId, visible }) => {
    const undone = undoLabel(workspace, requestId);
    if (!undone.ok) return undone;
    const headline = shownCopy(workspace, undone.value.digest, visible);
    return headline ? done(labelView(workspace, undone.value, headline.id, visible)) : failed(noHeadline());
  },
  'label.export': async ({ workspace }, { path }) => {
    const written = await exportLabels(workspace, path);
    return written.ok ? done({ path, labels: written.value }) : written;
  },
  'workspace.about': ({ workspace, folder, version }) =>
    done({
      folder,
      version,
      model: workspace.model.name,
      deskLabels: countLabels(workspace.db, { deskOnly: true }),
    }),
  ...MODEL_HANDLERS,
};

/** Feeds up to this many headlines are brought to the present model before their first page is shown. */
const RESCORED_AT_ONCE = 5000;

function listHeadlines(
  { workspace }: Desk,
  { feedId, search, after, limit }: Arguments<'headline.list'>,
): Result<EngineAnswers['headline.list']> {
  const { db } = workspace;
  const whole = { feedId, search: null };
  if (after === null && countSelected(db, whole) <= RESCORED_AT_ONCE)
    for (const _ of rescoreFeed(workspace, feedId));
  const selection = searchSelection(feedId, search);
  if (selection.search !== null) indexFeed(db, feedId);
  const found = pageByScore(db, selection, after, limit);
  const last = found.at(-1);
  return done({
    rows: found.map((headline) => headlineView(workspace, headline)),
    next: last && found.length === limit ? { score: last.score, id: last.id } : null,
    total: countSelected(db, selection),
  });
}

/** The copy of a headline that the window shows, or else the newest. */
function shownCopy({ db }: Workspace, digest: string, visible: readonly number[]): Headline | undefined {
  const shown = visible.map((id) => findHeadline(db, id)).find((headline) => headline?.digest === digest);
  return shown ?? findHeadlineByDigest(db, digest);
}

function labelView(
  workspace: Workspace,
  event: LabelEvent,
  headlineId: number,
  visible: readonly number[],
): LabelView {
  const shown = [...new Set([headlineId, ...visible])];
  const rows = shown.flatMap((id) => {
    const headline = findHeadline(workspace.db, id);
    return headline ? [headlineView(workspace, headline)] : [];
  });
  return {
    eventId: event.id,
    savedAt: event.labelledAt,
    headlineId,
    label: rows[0]?.label ?? null,
    rows,
  };
}

/** Pasted lists are named by their time, to the minute. */
function pasteName(now: string): string {
  return `${now.slice(0, 16).replace('T', ' ')} UTC`;
}

function noHeadline(): Trouble {
  return trouble(
    'not-found',
    '找不到这条标题，它所在的清单可能已删除。',
    'This headline is gone; its list may have been deleted.',
  );
}
