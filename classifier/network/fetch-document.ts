import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Trouble } from '#classifier/core/trouble.ts';
import {
  addressPrivate,
  badAddress,
  fetchTrouble,
  statusTrouble,
  tooManyRedirects,
} from './fetch-troubles.ts';
import { isPublicAddress, literalAddress, publicLookup } from './public-address.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';

/** What an earlier answer said of itself, sent back so that an unchanged document is not sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a request may take. */
export interface FetchLimits {
  /** Milliseconds for everything: redirects, the answer, its last byte. */
  readonly time: number;
  /** Bytes of the body, as it comes and unpacked. */
  readonly bytes: number;
  readonly redirects: number;
}

export const FETCH_LIMITS: FetchLimits = { time: 30_000, bytes: 10 * 1024 * 1024, redirects: 5 };

/** What is asked for. */
export interface FetchWish {
  readonly url: string;
  readonly validators: Validators;
  /** Whether the host of the address may be of a private network; where a redirect leads must be public all the same. */
  readonly allowPrivate: boolean;
  readonly agent: string;
  readonly limits: FetchLimits;
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}

/** What became of a request. `retryAfter` is the seconds that the server asks to be left alone; null if it does not. */
export type Fetched =
  | {
      readonly kind: 'document';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly retryAfter: number | null };

const LONGEST_HEADER = 16 * 1024;
const LONGEST_VALIDATOR = 1000;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const NONE: Validators = { etag: null, lastModified: null };

/**
 * Fetches a document over http or https. Redirects are followed one by one, each checked like the first address; nothing
 * is ever sent but the request itself: no cookies, no credentials, no referrer.
 */
export async function fetchDocument(wish: FetchWish): Promise<Fetched> {
  const { limits, signal } = wish;
  const deadline = AbortSignal.timeout(limits.time);
  const ended = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  let url = URL.parse(wish.url);
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const refused = refusalOf(url, wish);
    if (url === null || refused !== null) return failure(refused ?? badAddress(wish.url));
    try {
      const answer = await ask(url, redirects === 0 ? wish.validators : NONE, wish, ended);
      const status = answer.statusCode ?? 0;
      const next = answer.headers.location;
      if (!REDIRECTS.includes(status) || next === undefined) return await takeAnswer(answer, status, wish);
      answer.destroy();
      url = URL.parse(next, url.href);
    } catch (error) {
      return failure(fetchTrouble(error, wish.url, limits, deadline.aborted));
    }
  }
  return failure(tooManyRedirects(wish.url, limits.redirects));
}

/** Why an address cannot be asked, as far as that is known without looking up its name; null where it can. */
export function addressTrouble(address: string, allowPrivate: boolean): Trouble | null {
  return refusalOf(URL.parse(address), { url: address, allowPrivate });
}

type Asked = Pick<FetchWish, 'url' | 'allowPrivate'>;

function refusalOf(url: URL | null, wish: Asked): Trouble | null {
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isWeb) return badAddress(wish.url);
  const literal = literalAddress(url.hostname);
  const isPrivate = literal !== null && !mayBePrivate(url, wish) && !isPublicAddress(literal);
  return isPrivate ? addressPrivate(wish.url) : null;
}

function mayBePrivate(url: URL, { url: asked, allowPrivate }: Asked): boolean {
  return allowPrivate && url.hostname === URL.parse(asked)?.hostname;
}

function ask(
  url: URL,
  { etag, lastModified }: Validators,
  wish: FetchWish,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      agent: false,
      signal,
      maxHeaderSize: LONGEST_HEADER,
      ...(mayBePrivate(url, wish) ? {} : { lookup: publicLookup }),
      headers: {
        'user-agent': wish.agent,
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, */*;q=0.1',
        'accept-encoding': ACCEPTED_ENCODINGS,
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
      },
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

async function takeAnswer(
  answer: IncomingMessage,
  status: number,
  { url, limits, validators }: FetchWish,
): Promise<Fetched> {
  const isAsked = validators.etag !== null || validators.lastModified !== null;
  if (status === 304 && isAsked) {
    answer.destroy();
    return { kind: 'unchanged' };
  }
  if (status !== 200) {
    answer.destroy();
    return failure(statusTrouble(url, status), secondsOf(answer.headers['retry-after']));
  }
  const bytes = await readBody(answer, limits.bytes);
  const { etag, 'last-modified': lastModified, 'content-type': contentType = '' } = answer.headers;
  return {
    kind: 'document',
    bytes,
    contentType,
    validators: { etag: short(etag), lastModified: short(lastModified) },
  };
}

function short(header: string | undefined): string | null {
  return header === undefined || header.length > LONGEST_VALIDATOR ? null : header;
}

/** `Retry-After` as seconds or as a date. */
function secondsOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

function failure(problem: Trouble, retryAfter: number | null = null): Fetched {
  return { kind: 'failed', trouble: problem, retryAfter };
}
