import { basename } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT } from '#classifier/interchange/headline-limit.ts';
import { looksLikeJsonLines, readHeadlineLine } from '#classifier/interchange/headline-lines.ts';
import { isBlank, linesOf } from '#classifier/interchange/lines.ts';
import { sayOfLines } from '#classifier/interchange/named-lines.ts';
import { readList } from '#classifier/interchange/read-list.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { type Feed, findFeedByDigest } from '#classifier/store/feeds.ts';
import type { Store } from '#classifier/store/open-database.ts';
import {
  finishFeed,
  type StagedFeed,
  stageBlock,
  stageDigests,
  stageFeed,
  stageRows,
} from '#classifier/store/staged-feed.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { type FeedStep, packFeed, uniqueHeadlines } from './list/pack-feed.ts';

/** What became of a text that was opened as a list. */
export interface FeedImport {
  readonly feed: Feed;
  /** Headlines of the list; those that differ in width, case or script alone count once. */
  readonly taken: number;
  readonly leftOut: readonly { readonly reason: Sentence; readonly lines: number }[];
  /** True when the very same list was there already and nothing was added. */
  readonly known: boolean;
}

/** Most bytes of a list that is opened whole: over a million headlines, two million lines at most. */
export const LARGEST_LIST = 256 * 1024 * 1024;

/** The headlines of a text, as they came. */
export interface Found {
  readonly texts: readonly string[];
  readonly leftOut: FeedImport['leftOut'];
}

/** Reads a file as a list and stores it with scores, all or nothing. */
export async function importFeedFile(workspace: Workspace, path: string): Promise<Result<FeedImport>> {
  const file = await readTextFile(path, LARGEST_LIST);
  return file.ok ? importFeedText(workspace, basename(path), file.value.text, path) : file;
}

/** Stores a text as a list with scores, all or nothing. `file` names the source in troubles. */
export function importFeedText(
  workspace: Workspace,
  name: string,
  text: string,
  file?: string,
): Result<FeedImport> {
  const found = findHeadlines(text, file);
  return found.ok ? done(storeFeed(workspace, name, found.value)) : found;
}

/** JSON Lines are read by their fields; anything else is a list inside a text. */
export function findHeadlines(text: string, file: string | undefined): Result<Found> {
  const lines = linesOf(text);
  for (const { text: line } of lines) {
    if (!isBlank(line))
      return looksLikeJsonLines(line) ? findInJsonLines(text, file) : findInList(text, file);
  }
  return findInList(text, file);
}

function findInList(text: string, file: string | undefined): Result<Found> {
  const list = readList(text, file);
  if (!list.ok) return list;
  const { items, summary, tooLong } = list.value;
  return done({ texts: items.map((item) => item.text), leftOut: [...summary, ...named(tooLong, TOO_LONG)] });
}

const TOO_LONG = {
  zh: `超过 ${HEADLINE_LIMIT} 字`,
  one: `is over ${HEADLINE_LIMIT} characters`,
  many: `are over ${HEADLINE_LIMIT} characters`,
};
const RECORD_TOO_LONG = { zh: '太长，不像标题', one: 'is too long', many: 'are too long' };
const NO_HEADLINE = {
  zh: '不是带标题的 JSON 对象',
  one: 'is not a JSON object with a headline',
  many: 'are not JSON objects with a headline',
};

function named(lines: readonly number[], said: typeof TOO_LONG): FeedImport['leftOut'] {
  return lines.length === 0 ? [] : [{ reason: sayOfLines(lines, said), lines: lines.length }];
}

function findInJsonLines(text: string, file: string | undefined): Result<Found> {
  const texts: string[] = [];
  const tooLong: number[] = [];
  const bad: number[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (isBlank(content)) continue;
    const read = readHeadlineLine(content, file === undefined ? { line } : { file, line }, 'json');
    if (read.ok) texts.push(read.value.text);
    else (read.trouble.code === 'line-too-long' ? tooLong : bad).push(line);
  }
  if (texts.length === 0) {
    const zh = '没有一行能读成标题。每行应是带 text、title、headline 或“标题”字段的 JSON 对象。';
    const en = 'No line holds a headline. Each should be a JSON object with text, title, headline or 标题.';
    return failed(trouble('no-headlines', zh, en, file === undefined ? {} : { file }));
  }
  return done({ texts, leftOut: [...named(bad, NO_HEADLINE), ...named(tooLong, RECORD_TOO_LONG)] });
}

/** Stores a list that was found, in one transaction. */
function storeFeed(workspace: Workspace, name: string, { texts, leftOut }: Found): FeedImport {
  const { db, model, reader } = workspace;
  const headlines = uniqueHeadlines(texts);
  const stored = db
    .transaction(() => {
      const present = findFeedByDigest(db, headlines.digest);
      if (present) return { feed: present, known: true };
      const staged = stageFeed(db, name, workspace.now());
      for (const step of packFeed(model, reader, headlines)) storeStep(db, staged, step);
      return finishFeed(db, staged, {
        digest: headlines.digest,
        headlines: headlines.texts.length,
        scoredWith: model.name,
      });
    })
    .immediate();
  return { ...stored, taken: stored.feed.headlines, leftOut };
}

/** Stores one step of a list. */
export function storeStep(db: Store, staged: StagedFeed, step: FeedStep): void {
  if (step.kind === 'rows') stageRows(db, staged, step.rows);
  else if (step.kind === 'digests') stageDigests(db, staged, step.digests, step.places);
  else stageBlock(db, staged, step.kind, step.block, step.data);
}
