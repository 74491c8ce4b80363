import { done, failed, type Result } from '#classifier/core/result.ts';
import { type TroubleCode, trouble } from '#classifier/core/trouble.ts';
import type { Look } from '#classifier/desk/look.ts';
import { findFeedByDigest } from '#classifier/store/feeds.ts';
import type { ImportChoices, ImportLook, ImportOffer } from '#contract/import-channels.ts';
import type { ImportTools } from './import-client.ts';
import { look } from './look-client.ts';
import type { ImportSource } from './protocol.ts';
import { nameOf } from './source-reading.ts';

/** Sources that were looked at and wait for the editor's word. */
export interface Offers {
  /** Looks at a source. One that cannot be read whatever is chosen is a trouble; others wait, named by their token. */
  offer(source: ImportSource): Promise<Result<ImportOffer>>;
  preview(token: number, choices: ImportChoices): Promise<Result<ImportOffer>>;
  /** A source that waits, to be read as chosen; it does not wait any longer. */
  take(token: number, choices: ImportChoices): Result<ImportSource>;
  forget(token: number): void;
}

/** Sources that may wait at once; the oldest is forgotten. */
const MOST_WAITING = 20;

/** Troubles that go away where another kind, encoding or column is chosen. */
const CHOOSABLE: ReadonlySet<TroubleCode> = new Set<TroubleCode>([
  'encoding-unknown',
  'file-has-nul',
  'no-headlines',
  'column-missing',
  'line-not-json',
  'line-too-long',
  'file-damaged',
]);

export function createOffers(tools: ImportTools): Offers {
  const waiting = new Map<number, ImportSource>();
  let last = 0;

  async function lookAt(token: number, source: ImportSource): Promise<ImportOffer> {
    const found = await look(tools, source);
    const told = { token, name: nameOf(source), choices: source.choices };
    return found.ok
      ? { ...told, look: lookView(tools, found.value), trouble: null }
      : { ...told, look: null, trouble: found.trouble };
  }

  return {
    async offer(source) {
      last += 1;
      const token = last;
      const offered = await lookAt(token, source);
      const { trouble: problem } = offered;
      if (problem !== null && !CHOOSABLE.has(problem.code)) return failed(problem);
      waiting.set(token, source);
      const [oldest] = waiting.keys();
      if (waiting.size > MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
      return done(offered);
    },
    async preview(token, choices) {
      const source = waiting.get(token);
      return source === undefined ? failed(gone()) : done(await lookAt(token, { ...source, choices }));
    },
    take(token, choices) {
      const source = waiting.get(token);
      if (source === undefined) return failed(gone());
      waiting.delete(token);
      return done({ ...source, choices });
    },
    forget: (token) => void waiting.delete(token),
  };
}

function lookView({ workspace }: ImportTools, { digest, rows, ...found }: Look): ImportLook {
  return {
    ...found,
    rows: rows.map(({ row, text, details }) => ({
      row,
      text,
      source: details?.source ?? null,
      url: details?.url ?? null,
      publishedAt: details?.publishedAt ?? null,
    })),
    known: findFeedByDigest(workspace.db, digest) !== undefined,
  };
}

function gone() {
  return trouble(
    'not-found',
    '预览已失效，没有导入任何内容。请再打开一次。',
    'The preview is gone; nothing was imported. Open it again.',
  );
}
