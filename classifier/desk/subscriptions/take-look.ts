import { readText } from '#classifier/core/reading.ts';
import { createScorer } from '#classifier/core/scorer.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import {
  type BroughtItem,
  broughtBefore,
  type Grown,
  growFeed,
  ListBusy,
} from '#classifier/store/growing-feed.ts';
import { nameSubscription, noteLook, type Subscription } from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { compileForTexts } from '../compile-for-texts.ts';
import type { Found } from './found.ts';
import { nextDelay } from './poll-schedule.ts';

/** What a look has brought to the desk. */
export interface Taken extends Grown {
  /** Why the look failed, or what of it did; none where all went well. */
  readonly troubles: readonly Trouble[];
}

const NOTHING: Grown = { feed: null, added: [] };
/** Milliseconds after which a list that could not be begun is tried again, and a look goes on that left something. */
const SOON = 60_000;

/** Headlines that are added in one transaction: a label that is given meanwhile waits for no more. */
const PIECE = 32;

/** Takes all steps of {@link takeLookSteps} at once. */
export function takeLook(...look: Parameters<typeof takeLookSteps>): Taken {
  const steps = takeLookSteps(...look);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Scores what a look found, adds what is new to the subscription's list and notes how the look went; yields after every
 * few headlines. What was added stays where the steps are not taken to their end, and the next look finds the rest.
 */
export function* takeLookSteps(
  workspace: Workspace,
  subscription: Subscription,
  found: Found,
  random: number,
): Generator<void, Taken> {
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
  const { isBusy, ...grown } =
    found.kind === 'read'
      ? yield* take(workspace, subscription, found.rows, now)
      : { ...NOTHING, isBusy: false };
  const isSoon = isBusy || (found.kind === 'read' && found.hasMore);
  const nextPollAt = after(
    isSoon ? SOON : nextDelay({ everyMinutes, failures: 0, retryAfter: null }, random),
  );
  noteLook(db, id, { ...good, seen: found.kind === 'read' && !isBusy ? found.seen : seen, nextPollAt });
  return { ...grown, troubles };
}

function* take(
  workspace: Workspace,
  { id, kind }: Subscription,
  rows: readonly SourceRow[],
  now: string,
): Generator<void, Grown & { readonly isBusy: boolean }> {
  const { db } = workspace;
  const title = rows.find(({ details }) => details?.source)?.details?.source;
  if (kind === 'url' && title) nameSubscription(db, id, title.slice(0, LONGEST_NAME));
  const isKnown = broughtBefore(db, id);
  let feed: Feed | null = null;
  const added: Grown['added'][number][] = [];
  for (let at = 0; at < rows.length; at += PIECE) {
    const fresh = rows.slice(at, at + PIECE).filter(({ text }) => !isKnown(headlineDigest(text)));
    try {
      const grown = growFeed(db, id, scored(workspace, fresh), { model: workspace.model.name, now });
      feed = grown.feed ?? feed;
      added.push(...grown.added);
    } catch (error) {
      if (!(error instanceof ListBusy)) throw error;
      return { feed, added, isBusy: true };
    }
    yield;
  }
  return { feed, added, isBusy: false };
}

const LONGEST_NAME = 100;

function scored({ model, reader }: Workspace, rows: readonly SourceRow[]): BroughtItem[] {
  const compiled = compileForTexts(
    model,
    reader,
    rows.map(({ text }) => text),
  );
  const { score } = createScorer(compiled, reader.stemLatin);
  return rows.map(({ text, details }) => {
    const { score: triage, band } = score(readText(reader, text));
    return {
      digest: headlineDigest(text),
      text,
      itemId: details?.id ?? null,
      url: details?.url ?? null,
      publishedAt: details?.publishedAt ?? null,
      score: triage,
      band,
    };
  });
}
