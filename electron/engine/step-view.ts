import { findFeedOf } from '#classifier/store/feeds.ts';
import { findHeadline, findHeadlineByDigest } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';
import type { StepChange, StepOutcome } from '#classifier/store/undoing.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { PlaceView } from '#contract/desk-views.ts';
import type { StepChangeView, StepView } from '#contract/views.ts';
import { isKept } from './blind.ts';
import { rowsOf } from './rows.ts';

/** Changes of one step that the window is told of. */
const MOST_CHANGES = 100;

/** What an undo or redo did, with the rows that are seen. */
export function stepView(workspace: Workspace, outcome: StepOutcome, visible: readonly number[]): StepView {
  const { db } = workspace;
  const { kind, at, changes } = outcome;
  const [first] = changes;
  const place = first === undefined ? null : placeOf(db, first.event.digest, visible);
  return {
    kind,
    savedAt: at,
    changes: changes.slice(0, MOST_CHANGES).map((change) => changeView(db, change)),
    changesInAll: changes.length,
    place,
    rows: rowsOf(workspace, place === null ? visible : [place.headlineId, ...visible]),
  };
}

function changeView(db: Store, { log, event }: StepChange): StepChangeView {
  const { text, annotator } = event;
  if (log === 'work') return { kind: event.field, value: event.value, text, annotator };
  const kind = event.isRuling ? 'ruling' : 'label';
  return { kind, label: isKept(db, event.digest) ? null : event.label, text, annotator };
}

/** Where the copy of a headline stands that the window shows, or else the newest. */
function placeOf(db: Store, digest: string, visible: readonly number[]): PlaceView | null {
  const shown = visible.map((id) => findHeadline(db, id)).find((headline) => headline?.digest === digest);
  const headline = shown ?? findHeadlineByDigest(db, digest);
  const feed = headline && findFeedOf(db, headline.id);
  return headline && feed ? { feedId: feed.id, headlineId: headline.id } : null;
}
