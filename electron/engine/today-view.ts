import {
  assignedTo,
  dueOn,
  type PastWork,
  type WorkedHeadline,
  workBetween,
} from '#classifier/store/desk-work.ts';
import { presentAnnotator } from '#classifier/store/editors.ts';
import { findFeedOf } from '#classifier/store/feeds.ts';
import { findHeadlineByDigest } from '#classifier/store/headlines.ts';
import { labelsBetween, type PastLabel } from '#classifier/store/label-events.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { UNSIGNED } from '#classifier/store/standing.ts';
import type { DecisionView, PlaceView, TodayView, WorkedView } from '#contract/desk-views.ts';
import { isKept } from './blind.ts';

const MOST_DECISIONS = 500;
const MOST_HEADLINES = 200;

/** What was decided between two moments, and what is to be seen to on a day. */
export function todayView(
  db: Store,
  { from, to, day }: { readonly from: string; readonly to: string; readonly day: string },
): TodayView {
  const [start, end] = [from, to].map((moment) => new Date(moment).toISOString()) as [string, string];
  const name = presentAnnotator(db) ?? UNSIGNED;
  const decisions = [
    ...labelsBetween(db, start, end, MOST_DECISIONS).map((event) => labelDecision(db, event, name)),
    ...workBetween(db, start, end, MOST_DECISIONS).map((event) => workDecision(db, event)),
  ];
  return {
    decisions: decisions.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_DECISIONS),
    due: dueOn(db, day, MOST_HEADLINES).map((one) => workedView(db, one)),
    mine: name === UNSIGNED ? [] : assignedTo(db, name, MOST_HEADLINES).map((one) => workedView(db, one)),
  };
}

/** `viewer` is the present editor, who sees a label of their own in any case. */
function labelDecision(db: Store, event: PastLabel, viewer: string): DecisionView {
  const { digest, annotator } = event;
  const isHidden = annotator !== viewer && isKept(db, digest);
  return {
    kind: event.isRuling ? 'ruling' : 'label',
    eventId: event.id,
    at: event.labelledAt,
    annotator,
    text: event.text,
    place: placeOf(db, digest),
    isUndone: event.isUndone,
    label: isHidden ? null : event.label,
    seconds: event.shown?.seconds ?? null,
  };
}

function workDecision(db: Store, event: PastWork): DecisionView {
  const { id, field, value, annotator, madeAt, text, digest, isUndone } = event;
  return {
    kind: field,
    eventId: id,
    at: madeAt,
    annotator,
    text,
    place: placeOf(db, digest),
    isUndone,
    value,
  };
}

function workedView(db: Store, headline: WorkedHeadline): WorkedView {
  return { ...headline, place: placeOf(db, headline.digest) };
}

function placeOf(db: Store, digest: string): PlaceView | null {
  const headline = findHeadlineByDigest(db, digest);
  const feed = headline && findFeedOf(db, headline.id);
  return headline && feed ? { feedId: feed.id, headlineId: headline.id } : null;
}
