import { basename } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import { readText } from '#classifier/interchange/sources/read-source.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';
import type { SourceChoices } from '#classifier/interchange/sources/source-reading.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { BULK_HEADLINES, backUpBefore } from './bulk.ts';
import { foundIn } from './found.ts';
import { type FeedImport, keepRejected, storeFound } from './store-feed.ts';

/** Reads a file as a list and stores it with scores, all or nothing. Its rejected rows are kept in the workspace. */
export async function importFeedFile(
  workspace: Workspace,
  path: string,
  choices: SourceChoices = {},
): Promise<Result<FeedImport>> {
  const reading = await readSourceFile(path, choices);
  if (!reading.ok) return reading;
  const found = foundIn(reading.value);
  const kept = found.texts.length < BULK_HEADLINES ? null : await backUpBefore(workspace, 'list');
  if (kept?.ok === false) return kept;
  return keepRejected(workspace, storeFound(workspace, basename(path), found), found);
}

/** Stores a text as a list with scores, all or nothing. `file` names the source in troubles. */
export function importFeedText(
  workspace: Workspace,
  name: string,
  text: string,
  choices: SourceChoices = {},
  file = name,
): Result<FeedImport> {
  const reading = readText(text, file, choices);
  return reading.ok ? done(storeFound(workspace, name, foundIn(reading.value))) : reading;
}
