import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { walkPage } from './html-tree.ts';
import { TREE_TEXT_LIMIT } from './limits.ts';
import { createCollector, webAddress } from './make-row.ts';
import { isTooDeep } from './markup.ts';
import { plainRows, type Rows } from './source-reading.ts';
import { nothingFound, overLimit, unsupported } from './source-troubles.ts';
import { counted } from './table-rows.ts';

const SHORT: Sentence = {
  zh: '太短的链接或条目（导航、按钮）',
  en: 'short link or item (navigation, buttons)',
};
const REPEATED: Sentence = { zh: '与前面的标题完全相同', en: 'the very same headline again' };
const TOO_LARGE = {
  zh: `的文字超过 ${TREE_TEXT_LIMIT / 1024 / 1024} 百万字符`,
  en: `has over ${TREE_TEXT_LIMIT / 1024 / 1024} million characters`,
};
const TOO_DEEP: Sentence = {
  zh: '的元素嵌套太深，不像正常的网页，没有打开。',
  en: 'nests its elements too deep for a page and was not opened.',
};

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const AROUND = new Set(['nav', 'footer', 'button', 'form']);
/** Half-width cells below which a link or item is taken for navigation: six Chinese characters. */
const SHORT_CELLS = 12;

/** One piece of a page that may be a headline. */
interface Piece {
  readonly kind: 'title' | 'heading' | 'link' | 'item';
  readonly text: string;
  readonly href: string | null;
}

/** What is said of a page in its head. */
interface Head {
  base: string | null;
  site: string | null;
}

/**
 * Takes the headlines out of a page: headings, links and list items, in their order; the page's title where no heading
 * begins like it. Links of a few characters are navigation and left out. Troubles: no-headlines, file-too-large,
 * file-kind-unsupported where elements are nested too deep.
 */
export function readHtml(html: string, file: string): Result<Rows> {
  if (html.length > TREE_TEXT_LIMIT) return failed(overLimit(file, TOO_LARGE));
  if (isTooDeep(html)) return failed(unsupported(file, TOO_DEEP));
  const { pieces, head } = piecesOf(html);
  const title = pieces.find(({ kind }) => kind === 'title');
  const others = pieces.filter(({ kind }) => kind !== 'title');
  const isTitleSaid = others.some(({ kind, text }) => kind === 'heading' && title?.text.startsWith(text));
  const collector = createCollector();
  const met = new Set<string>();
  let short = 0;
  let repeated = 0;
  const candidates = title === undefined || isTitleSaid ? others : [title, ...others];
  candidates.forEach((piece, at) => {
    if (piece.kind !== 'heading' && piece.kind !== 'title' && cells(piece.text) < SHORT_CELLS) short += 1;
    else if (met.size === met.add(piece.text).size) repeated += 1;
    else
      collector.take(
        at + 1,
        piece.text,
        () => detailsOf(piece, head),
        () => piece.text,
      );
  });
  if (collector.rows.length === 0) return failed(nothingFound(file));
  return done(
    plainRows(collector.rows, collector.rejected, [...counted(SHORT, short), ...counted(REPEATED, repeated)]),
  );
}

function detailsOf({ href }: Piece, { base, site }: Head): HeadlineDetails | null {
  const url = href === null ? null : webAddress(href, base ?? undefined);
  const metadata =
    href !== null && url === null && !/^\s*(javascript|data):/i.test(href)
      ? JSON.stringify({ href: href.slice(0, 4096) })
      : null;
  if (url === null && metadata === null && site === null) return null;
  return { source: site, url, publishedAt: null, id: null, metadata };
}

/** The pieces of a page. A link inside a heading or item is one piece with it. */
function piecesOf(html: string): { readonly pieces: Piece[]; readonly head: Head } {
  const pieces: Piece[] = [];
  const head: Head = { base: null, site: null };
  let around = 0;
  let open: { kind: Piece['kind']; name: string; texts: string[]; href: string | null } | null = null;
  const end = () => {
    const text = open?.texts.join('').replace(/\s+/g, ' ').trim() ?? '';
    if (open !== null && text !== '') pieces.push({ kind: open.kind, text, href: open.href });
    open = null;
  };
  walkPage(html, {
    open(name, attribute) {
      if (AROUND.has(name)) around += 1;
      if (name === 'base' || (name === 'link' && attribute('rel') === 'canonical'))
        head.base ??= webAddress(attribute('href') ?? '');
      if (name === 'meta' && attribute('property') === 'og:site_name')
        head.site ??= attribute('content')?.trim() || null;
      if (around > 0) return;
      const kind = kindOf(name);
      if (name === 'a' && open !== null) open.href ??= attribute('href') ?? null;
      else if (kind !== null && (open === null || open.kind === 'item')) {
        end();
        open = { kind, name, texts: [], href: name === 'a' ? (attribute('href') ?? null) : null };
      } else if (name === 'br') open?.texts.push(' ');
    },
    close(name) {
      if (AROUND.has(name)) around -= 1;
      if (open?.name === name) end();
    },
    text(value) {
      open?.texts.push(value);
    },
  });
  return { pieces, head };
}

function kindOf(name: string): Piece['kind'] | null {
  if (HEADINGS.has(name)) return 'heading';
  if (name === 'title') return 'title';
  if (name === 'a') return 'link';
  return name === 'li' || name === 'td' || name === 'dt' || name === 'dd' ? 'item' : null;
}

function cells(text: string): number {
  let sum = 0;
  for (const char of text) sum += char >= '\u1100' ? 2 : 1;
  return sum;
}
