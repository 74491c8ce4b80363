import { parentPort, workerData } from 'node:worker_threads';
import { assemble } from '#classifier/desk/assemble.ts';
import { BULK_HEADLINES } from '#classifier/desk/bulk.ts';
import { foundIn } from '#classifier/desk/found.ts';
import { packFeed } from '#classifier/desk/list/pack-feed.ts';
import { uniqueHeadlines } from '#classifier/desk/list/unique-headlines.ts';
import { lookAt } from '#classifier/desk/look.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import { openReader } from '#classifier/store/open-database.ts';
import { readModel } from '#classifier/store/open-workspace.ts';
import type { FromImport, ImportThreadData } from './protocol.ts';
import { nameOf, readingOf } from './source-reading.ts';

/** The thread of one import: reads, scores and packs a list, and leaves all writing to the engine. */

const { folder, resources, source, credit, looksOnly } = workerData as ImportThreadData;
const credits = new Int32Array(credit);

const tell = (message: FromImport) => parentPort?.postMessage(message);

/** Waits until the engine has stored enough of what it was sent. */
function takeCredit(): void {
  while (Atomics.load(credits, 0) === 0) Atomics.wait(credits, 0, 0);
  Atomics.sub(credits, 0, 1);
}

async function work(): Promise<void> {
  const reading = await readingOf(source);
  if (!reading.ok) return tell({ kind: 'failed', trouble: reading.trouble });
  if (looksOnly) return tell({ kind: 'looked', look: lookAt(reading.value) });
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) return tell({ kind: 'failed', trouble: assembled.trouble });
  const { texts, details, ...told } = foundIn(reading.value);
  const headlines = uniqueHeadlines(texts, details);
  const name = nameOf(source);
  if (texts.length >= BULK_HEADLINES) {
    const kept = await keepBackup(folder, 'list', new Date().toISOString());
    if (!kept.ok) return tell({ kind: 'failed', trouble: kept.trouble });
  }
  const counts = { headlines: headlines.texts.length, listed: texts.length };
  tell({ kind: 'found', name, digest: headlines.digest, ...counts, told });
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
