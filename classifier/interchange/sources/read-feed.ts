import { parseFeed, parseOpml } from 'feedsmith';
import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { htmlText } from './html-tree.ts';
import { ROW_LIMIT, TREE_TEXT_LIMIT } from './limits.ts';
import { createCollector, webAddress } from './make-row.ts';
import { holdsEntities, isTooDeep } from './markup.ts';
import { publishedTime } from './published-at.ts';
import { plainRows, type Rows } from './source-reading.ts';
import { damaged, nothingFound, overLimit, unsupported } from './source-troubles.ts';

const ENTITIES: Sentence = {
  zh: '声明了 XML 实体，可能是恶意文件，没有打开。',
  en: 'declares XML entities, which may be an attack, and was not opened.',
};
const TOO_DEEP: Sentence = {
  zh: '的元素嵌套太深，没有打开。',
  en: 'nests its elements too deep and was not opened.',
};
const NOT_A_FEED: Sentence = {
  zh: '不是 RSS、Atom、RDF 或 JSON Feed。',
  en: 'is not RSS, Atom, RDF or JSON Feed.',
};
const NO_OPML: Sentence = { zh: '不是 OPML。', en: 'is not OPML.' };
const TOO_LARGE = {
  zh: `超过 ${TREE_TEXT_LIMIT / 1024 / 1024} 百万字符`,
  en: `has over ${TREE_TEXT_LIMIT / 1024 / 1024} million characters`,
};

/** An item of any kind of feed. */
export interface FeedItem {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly id: string | undefined;
  readonly time: string | undefined;
  /** Text where there is no title: short posts. */
  readonly text: string | undefined;
  readonly source: string | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * Reads RSS 0.9 to 2.0, Atom, RDF or JSON Feed. An item without title gives its text where that is short. Troubles:
 * file-damaged where it ends early, file-kind-unsupported for entities, depth and what is no feed, no-headlines.
 */
export function readFeed(text: string, file: string, base?: string): Result<Rows> {
  const refused = refusal(text, file);
  if (refused !== null) return failed(refused);
  let found: { readonly title: string | undefined; readonly items: readonly FeedItem[] };
  try {
    found = itemsOf(text);
  } catch {
    return failed(isCutOff(text) ? damaged(file) : unsupported(file, NOT_A_FEED));
  }
  if (isCutOff(text)) return failed(damaged(file));
  const collector = createCollector();
  const title = found.title === undefined ? null : clean(found.title);
  found.items.slice(0, ROW_LIMIT).forEach((item, at) => {
    const headline = clean(item.title ?? '') || clean(item.text ?? '');
    collector.take(
      at + 1,
      headline,
      () => detailsOf(item, title, base),
      () => JSON.stringify(item),
    );
  });
  const { rows, rejected } = collector;
  if (rows.length > 0) return done(plainRows(rows, rejected));
  return failed(nothingFound(file, rejected[0]?.row, rejected[0]?.reason));
}

/** Reads an OPML list: every outline with a text, in the document's order. */
export function readOpml(text: string, file: string): Result<Rows> {
  const refused = refusal(text, file);
  if (refused !== null) return failed(refused);
  if (isCutOff(text)) return failed(damaged(file));
  const collector = createCollector();
  try {
    const { head, body } = parseOpml(text);
    const waiting = [...(body?.outlines ?? [])].reverse();
    for (let outline = waiting.pop(), row = 1; outline !== undefined; outline = waiting.pop(), row += 1) {
      const { text: name, title, htmlUrl, url, xmlUrl, outlines = [], created, ...rest } = outline;
      waiting.push(...[...outlines].reverse());
      const item = {
        title: name ?? title,
        link: htmlUrl ?? url ?? xmlUrl,
        id: undefined,
        time: created,
        text: undefined,
      };
      const whole = { ...item, source: undefined, rest: { ...rest, xmlUrl } };
      collector.take(
        row,
        clean(item.title ?? ''),
        () => detailsOf(whole, clean(head?.title ?? '') || null),
        () => JSON.stringify(whole),
      );
    }
  } catch {
    return failed(unsupported(file, NO_OPML));
  }
  const { rows, rejected } = collector;
  return rows.length > 0 ? done(plainRows(rows, rejected)) : failed(nothingFound(file));
}

function refusal(text: string, file: string) {
  if (text.length > TREE_TEXT_LIMIT) return overLimit(file, TOO_LARGE);
  if (holdsEntities(text)) return unsupported(file, ENTITIES);
  return isTooDeep(text) ? unsupported(file, TOO_DEEP) : null;
}

/** An XML document that does not end with the end of its first element. */
function isCutOff(text: string): boolean {
  const root = rootName(text);
  if (!text.trimStart().startsWith('<') || root === null) return false;
  const end = withoutLastComments(text).slice(-200);
  return !new RegExp(`</${root.replace(/[.]/g, '\\.')}\\s*>$`).test(end);
}

/** The name of the first element that stands in no comment. */
function rootName(text: string): string | null {
  const starts = /<!--|<([A-Za-z][\w:.-]*)[\s>]/g;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    if (start[1] !== undefined) return start[1];
    const end = text.indexOf('-->', starts.lastIndex);
    if (end < 0) return null;
    starts.lastIndex = end;
  }
  return null;
}

function withoutLastComments(text: string): string {
  let rest = text.trimEnd();
  while (rest.endsWith('-->')) {
    const start = rest.lastIndexOf('<!--');
    if (start < 0) break;
    rest = rest.slice(0, start).trimEnd();
  }
  return rest;
}

function itemsOf(text: string): { readonly title: string | undefined; readonly items: readonly FeedItem[] } {
  const parsed = parseFeed(text);
  if (parsed.format === 'rss') {
    const items = (parsed.feed.items ?? []).map(
      ({ title, link, guid, pubDate, description, source, authors, categories, dc }) => ({
        title,
        link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        id: guid?.value,
        time: pubDate ?? dc?.dates?.[0],
        text: description,
        source: source?.title,
        rest: { authors, categories: categories?.map(({ name }) => name) },
      }),
    );
    return { title: parsed.feed.title, items };
  }
  if (parsed.format === 'atom') {
    const items = (parsed.feed.entries ?? []).map(
      ({ title, links, id, published, updated, summary, source, authors, categories }) => ({
        title: plainValue(title),
        link: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        id,
        time: published ?? updated,
        text: plainValue(summary),
        source: plainValue(source?.title),
        rest: { authors, categories: categories?.map(({ term }) => term) },
      }),
    );
    return { title: plainValue(parsed.feed.title), items };
  }
  if (parsed.format === 'rdf') {
    const items = (parsed.feed.items ?? []).map(({ title, link, description, dc }) => ({
      title,
      link,
      id: undefined,
      time: dc?.dates?.[0],
      text: description,
      source: undefined,
      rest: { authors: dc?.creators, categories: dc?.subjects },
    }));
    return { title: parsed.feed.title, items };
  }
  const items = (parsed.feed.items ?? []).map(
    ({ title, url, external_url, id, date_published, content_text, summary, authors, tags }) => ({
      title,
      link: url ?? external_url,
      id,
      time: date_published,
      text: summary ?? content_text,
      source: undefined,
      rest: { authors, categories: tags },
    }),
  );
  return { title: parsed.feed.title, items };
}

function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}

/** A title without tags, character references and line ends. */
function clean(title: string): string {
  return htmlText(title).replace(/\s+/g, ' ').trim();
}

function detailsOf(item: FeedItem, feedTitle: string | null, base?: string): HeadlineDetails {
  const { link, id, time, source, rest } = item;
  const said = Object.entries(rest).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const published = time === undefined ? null : publishedTime(time);
  if (time !== undefined && published === null) said.push(['date', time]);
  return {
    source: source ?? feedTitle,
    url: link === undefined ? null : webAddress(link.trim(), base),
    publishedAt: published,
    id: id?.trim() || null,
    metadata: said.length === 0 ? null : JSON.stringify(Object.fromEntries(said)),
  };
}
