import { done, failed, type Result } from '#classifier/core/result.ts';
import { decodeFeed } from '#classifier/interchange/feed-text.ts';
import { readFeed } from '#classifier/interchange/sources/read-feed.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { FETCH_LIMITS, type FetchLimits, fetchDocument } from '#classifier/network/fetch-document.ts';
import { VERSION } from '../version.ts';
import { type Found, MOST_ITEMS, type Source } from './found.ts';
import { lookAtFolder } from './look-at-folder.ts';

/** Looks at a subscription. Nothing else of the program goes to the network, and this only where one was made. */
export async function lookAt(
  source: Source,
  signal?: AbortSignal,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<Found> {
  return source.kind === 'folder' ? lookAtFolder(source) : lookAtAddress(source, limits, signal);
}

/** What a server has told of a document. */
interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

async function lookAtAddress(
  { address, allowPrivate, seen }: Source,
  limits: FetchLimits,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const { etag: knownEtag = null, lastModified: knownDate = null } = JSON.parse(seen) as Validators;
  const fetched = await fetchDocument({
    url: address,
    validators: { etag: knownEtag, lastModified: knownDate },
    allowPrivate,
    agent: `Jianwen/${VERSION}`,
    limits,
    ...(signal === undefined ? {} : { signal }),
  });
  if (fetched.kind !== 'document') return fetched;
  const read = readDocument(fetched.bytes, address, fetched.contentType);
  if (!read.ok) return { kind: 'failed', trouble: read.trouble, retryAfter: null };
  const { etag, lastModified } = fetched.validators;
  const validators: Validators = {
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  };
  return { kind: 'read', rows: read.value, seen: JSON.stringify(validators), troubles: [], hasMore: false };
}

function readDocument(bytes: Uint8Array, address: string, contentType: string): Result<readonly SourceRow[]> {
  const text = decodeFeed(bytes, address, contentType);
  if (!text.ok) return text;
  const feed = readFeed(text.value, address, address);
  if (feed.ok) return done(feed.value.rows.slice(0, MOST_ITEMS));
  // A feed that has nothing to say at the moment is in order.
  return feed.trouble.code === 'no-headlines' ? done([]) : failed(feed.trouble);
}
