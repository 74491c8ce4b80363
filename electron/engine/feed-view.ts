import { done, type Result } from '#classifier/core/result.ts';
import type { FeedImport } from '#classifier/desk/store-feed.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import type { FeedView, ImportView } from '#contract/views.ts';

/** A feed without what only the engine needs to know of it. */
export function feedView({ id, name, importedAt, headlines, labelled }: Feed): FeedView {
  return { id, name, importedAt, headlines, labelled };
}

export function importView(outcome: Result<FeedImport>): Result<ImportView> {
  return outcome.ok ? done({ ...outcome.value, feed: feedView(outcome.value.feed) }) : outcome;
}

/** Pasted lists are named by their time, to the minute. */
export function pasteName(now: string): string {
  return `${now.slice(0, 16).replace('T', ' ')} UTC`;
}
