import type { Trouble } from '#classifier/core/trouble.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { type BroughtItem, type Grown, growFeed, ListBusy } from '#classifier/store/growing-feed.ts';
import { nameSubscription, noteLook, type Subscription } from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { createTextScorer, type TextScorer } from '../list/packed-scores.ts';
import type { Found } from './found.ts';
import { nextDelay } from './poll-schedule.ts';

/** What a look has brought to the desk. */
export interface Taken extends Grown {
  /** Why the look failed, or what of it did; none where all went well. */
  readonly troubles: readonly Trouble[];
}

const NOTHING: Grown = { feed: null, added: [] };
/** Milliseconds after which a list that could not be begun is tried again. */
const SOON = 60_000;

/** Scores what a look found, adds what is new to the subscription's list and notes how the look went. */
export function takeLook(
  workspace: Workspace,
  subscription: Subscription,
  found: Found,
  random: number,
): Taken {
  const { db } = workspace;
  const now = workspace.now();
  const after = (wait: number): string => new Date(Date.parse(now) + wait).toISOString();
  const { id, everyMinutes, seen, succeededAt, failures } = subscription;
  if (found.kind === 'failed') {
    const delay = nextDelay({ everyMinutes, failures: failures + 1, retryAfter: found.retryAfter }, random);
    const look = { seen, polledAt: now, succeededAt, trouble: found.trouble, failures: failures + 1 };
    noteLook(db, id, { ...look, nextPollAt: after(delay) });
    return { ...NOTHING, troubles: [found.trouble] };
  }
  const troubles = found.kind === 'read' ? found.troubles : [];
  const good = { polledAt: now, succeededAt: now, trouble: troubles[0] ?? null, failures: 0 };
  try {
    const grown = found.kind === 'read' ? take(workspace, subscription, found.rows, now) : NOTHING;
    const nextPollAt = after(nextDelay({ everyMinutes, failures: 0, retryAfter: null }, random));
    noteLook(db, id, { ...good, seen: found.kind === 'read' ? found.seen : seen, nextPollAt });
    return { ...grown, troubles };
  } catch (error) {
    if (!(error instanceof ListBusy)) throw error;
    noteLook(db, id, { ...good, seen, nextPollAt: after(SOON) });
    return { ...NOTHING, troubles };
  }
}

function take(
  { db, model, reader }: Workspace,
  { id, kind }: Subscription,
  rows: readonly SourceRow[],
  now: string,
): Grown {
  if (rows.length === 0) return NOTHING;
  const title = rows.find(({ details }) => details?.source)?.details?.source;
  if (kind === 'url' && title) nameSubscription(db, id, title.slice(0, LONGEST_NAME));
  const score = createTextScorer(model, reader);
  return growFeed(
    db,
    id,
    rows.map((row) => brought(row, score)),
    { model: model.name, now },
  );
}

const LONGEST_NAME = 100;

function brought({ text, details }: SourceRow, score: TextScorer): BroughtItem {
  const { score: triage, band } = score(text);
  return {
    digest: headlineDigest(text),
    text,
    itemId: details?.id ?? null,
    url: details?.url ?? null,
    publishedAt: details?.publishedAt ?? null,
    score: triage,
    band,
  };
}
