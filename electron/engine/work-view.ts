import { assigneeNames, workEventsOf, workOf } from '#classifier/store/desk-work.ts';
import { annotatorNames } from '#classifier/store/editors.ts';
import type { Headline } from '#classifier/store/headlines.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { standingIn } from '#classifier/store/settling.ts';
import type { OpinionView, WorkView } from '#contract/desk-views.ts';
import { isKept } from './blind.ts';

/** Desk work and editors' labels of a headline, as the present editor may see them. */
export function workView(db: Store, { id, digest }: Headline): WorkView {
  const standing = standingIn(db, digest);
  const [last] = workEventsOf(db, digest);
  return {
    headlineId: id,
    work: workOf(db, digest),
    last: last ? { eventId: last.id, field: last.field, annotator: last.annotator, at: last.madeAt } : null,
    opinions: isKept(db, digest) ? [] : standing.opinions.map(opinionView),
    ruling: standing.ruling ? opinionView(standing.ruling) : null,
    isContested: standing.isContested,
    names: [...new Set([...assigneeNames(db), ...annotatorNames(db)])],
  };
}

/** A label or ruling as it is shown. */
export function opinionView({ annotator, label, labelledAt, shown }: LabelEvent): OpinionView {
  return { annotator, label, at: labelledAt, seconds: shown?.seconds ?? null };
}
