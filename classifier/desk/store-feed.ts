import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { LeftOut } from '#classifier/interchange/sources/source-reading.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { type Feed, findFeedByDigest } from '#classifier/store/feeds.ts';
import type { Store } from '#classifier/store/open-database.ts';
import {
  finishFeed,
  type StagedFeed,
  stageBlock,
  stageDigests,
  stageFeed,
  stageRows,
  stageStories,
} from '#classifier/store/staged-feed.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { type Found, leftOutOf } from './found.ts';
import { type FeedStep, packFeed } from './list/pack-feed.ts';
import { uniqueHeadlines } from './list/unique-headlines.ts';

/** What became of a source that was opened as a list. */
export interface FeedImport {
  readonly feed: Feed;
  /** Headlines of the list; those that differ in width, case or script alone count once. */
  readonly taken: number;
  readonly leftOut: readonly LeftOut[];
  /** Rows that could not be read, and the file in which they are kept aside. */
  readonly rejected: number;
  readonly rejectedFile: string | null;
  readonly notes: readonly Sentence[];
  /** True when the very same list was there already and nothing was added. */
  readonly known: boolean;
}

/** A list that only has to be stored. */
export interface PackedFeed {
  readonly found: Found;
  readonly digest: string;
  /** Headlines that are stored: each once. */
  readonly headlines: number;
  readonly steps: Iterable<FeedStep>;
  /** Name of the model that has scored them. */
  readonly scoredWith: string;
}

/**
 * Scores a list that was found, before a transaction in which labels would have to wait for it. One that is there already is
 * scored only if it is gone when it is to be stored.
 */
export function packFound(
  { db, model, reader }: Workspace,
  found: Found,
  onScored: (headlines: number) => void = () => undefined,
): PackedFeed {
  const unique = uniqueHeadlines(found.texts, found.details);
  const { digest } = unique;
  const steps = told(packFeed(model, reader, unique), onScored);
  const isKnown = findFeedByDigest(db, digest) !== undefined;
  const packed = { found, digest, headlines: unique.texts.length, scoredWith: model.name };
  return { ...packed, steps: isKnown ? steps : [...steps] };
}

function* told(steps: Iterable<FeedStep>, onScored: (headlines: number) => void): Generator<FeedStep, void> {
  for (const step of steps) {
    if (step.kind === 'scores') onScored(step.headlines);
    yield step;
  }
}

/** Stores a list that was packed, in one transaction. */
export function storePacked({ db, now }: Workspace, name: string, packed: PackedFeed): FeedImport {
  const { found, digest, headlines, steps, scoredWith } = packed;
  const stored = db
    .transaction(() => {
      const present = findFeedByDigest(db, digest);
      if (present) return { feed: present, known: true };
      const staged = stageFeed(db, { name, importedAt: now(), headlines });
      for (const step of steps) storeStep(db, staged, step);
      return finishFeed(db, staged, { digest, headlines, scoredWith });
    })
    .immediate();
  return importOf(found, found.texts.length, stored);
}

/** Scores and stores a list that was found. */
export function storeFound(workspace: Workspace, name: string, found: Found): FeedImport {
  return storePacked(workspace, name, packFound(workspace, found));
}

/** What is told of a list that was stored, of which the source listed so many headlines. */
export function importOf(
  { leftOut, notes, rejected }: Omit<Found, 'texts' | 'details'>,
  listed: number,
  { feed, known }: Pick<FeedImport, 'feed' | 'known'>,
): FeedImport {
  const told = { leftOut: leftOutOf(leftOut, listed, feed.headlines), notes, rejected: rejected.length };
  return { feed, known, taken: feed.headlines, ...told, rejectedFile: null };
}

/** Folder of the workspace in which rows are kept that could not be read. */
const REJECTED_FOLDER = 'rejected';
const REJECTED_END = '.rejected.csv';

/** Keeps the rows that could not be read in a file of the workspace, named by the list. */
export async function keepRejected(
  { file }: Pick<Workspace, 'file'>,
  stored: FeedImport,
  { rejected }: Pick<Found, 'rejected'>,
  language: keyof Sentence = 'zh',
): Promise<Result<FeedImport>> {
  if (rejected.length === 0 || stored.known) return done(stored);
  const { rejectedCsv } = await import('#classifier/interchange/sources/rejected-file.ts');
  const folder = join(dirname(file), REJECTED_FOLDER);
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  const name = stored.feed.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 80);
  const path = join(folder, `${stored.feed.id}-${name}${REJECTED_END}`);
  const table = rejectedCsv([{ file: stored.feed.name, rejected }], language);
  const written = await writeTextFile(path, table);
  return written.ok ? done({ ...stored, rejectedFile: path }) : written;
}

/** Removes the rows that were kept of lists. */
export function dropRejected(folder: string, feeds: readonly number[]): void {
  const rejected = join(folder, REJECTED_FOLDER);
  if (feeds.length === 0 || !existsSync(rejected)) return;
  const doomed = new Set(feeds.map(String));
  for (const name of readdirSync(rejected)) {
    const [id = ''] = name.split('-', 1);
    if (doomed.has(id) && name.endsWith(REJECTED_END)) rmSync(join(rejected, name), { force: true });
  }
}

/** Stores one step of a list. */
export function storeStep(db: Store, staged: StagedFeed, step: FeedStep): void {
  if (step.kind === 'rows') stageRows(db, staged, step.rows);
  else if (step.kind === 'digests') stageDigests(db, staged, step.digests, step.places);
  else if (step.kind === 'stories') stageStories(db, staged, step.data);
  else stageBlock(db, staged, step.kind, step.block, step.data);
}
