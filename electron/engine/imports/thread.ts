import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { done, type Result } from '#classifier/core/result.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { findHeadlines, LARGEST_LIST } from '#classifier/desk/feed-import.ts';
import { packFeed, uniqueHeadlines } from '#classifier/desk/list/pack-feed.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { openReader } from '#classifier/store/open-database.ts';
import { readModel } from '#classifier/store/open-workspace.ts';
import type { FromImport, ImportSource, ImportThreadData } from './protocol.ts';

/** The thread of one import: reads, scores and packs a list, and leaves all writing to the engine. */

const { folder, resources, source, credit } = workerData as ImportThreadData;
const credits = new Int32Array(credit);

const tell = (message: FromImport) => parentPort?.postMessage(message);

/** Waits until the engine has stored enough of what it was sent. */
function takeCredit(): void {
  while (Atomics.load(credits, 0) === 0) Atomics.wait(credits, 0, 0);
  Atomics.sub(credits, 0, 1);
}

async function textOf(from: ImportSource): Promise<Result<{ name: string; text: string; file?: string }>> {
  if (from.kind === 'text') return done(from);
  const { path } = from;
  const file = await readTextFile(path, LARGEST_LIST);
  return file.ok ? done({ name: basename(path), text: file.value.text, file: path }) : file;
}

async function work(): Promise<void> {
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) return tell({ kind: 'failed', trouble: assembled.trouble });
  const given = await textOf(source);
  if (!given.ok) return tell({ kind: 'failed', trouble: given.trouble });
  const { name, text, file } = given.value;
  const found = findHeadlines(text, file);
  if (!found.ok) return tell({ kind: 'failed', trouble: found.trouble });
  const headlines = uniqueHeadlines(found.value.texts);
  const { leftOut } = found.value;
  tell({ kind: 'found', name, digest: headlines.digest, headlines: headlines.texts.length, leftOut });
  takeCredit();
  const db = openReader(folder);
  const { model } = readModel(db);
  db.close();
  for (const step of packFeed(model, assembled.value.reader, headlines)) {
    takeCredit();
    tell({ kind: 'step', step });
  }
  tell({ kind: 'packed', scoredWith: model.name });
}

await work();
