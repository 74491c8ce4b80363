import { parentPort, workerData } from 'node:worker_threads';
import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { openReader } from '#classifier/store/open-database.ts';
import { readModel, readModelName } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { stemLatin } from '#classifier/text/english.ts';
import type { FromList, ListThreadData, Story, ToList } from './protocol.ts';
import { createShelf } from './shelf.ts';

/** The engine's list thread: sorts, filters, searches and scores anew, on a connection that only reads. */

/** Milliseconds that scoring may keep a question waiting. */
const TURN = 4;

const { folder, resources } = workerData as ListThreadData;
const db = openReader(folder);
let assembled: Promise<Reader> | undefined;
let model: Model | undefined;

const tell = (message: FromList) => parentPort?.postMessage(message);
const shelf = createShelf({
  db,
  tell,
  stemsOf: (text) => stemLatin(text).map(({ stem }) => stem),
  reader() {
    assembled ??= assemble(resources, folder).then((made) => {
      if (!made.ok) throw new Error(made.trouble.sentence.en);
      return made.value.reader;
    });
    return assembled;
  },
  model() {
    if (model?.name !== readModelName(db)) model = readModel(db).model;
    return model as Model;
  },
});

let isScoring = false;
let isStale = false;

async function bringUpToDate(): Promise<void> {
  isStale = true;
  if (isScoring) return;
  isScoring = true;
  while (isStale) {
    isStale = false;
    let turn = performance.now() + TURN;
    for await (const _ of shelf.bringUpToDate()) {
      if (performance.now() < turn) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turn = performance.now() + TURN;
    }
  }
  isScoring = false;
}

function storyOf(headlineId: number): Result<Story> {
  try {
    return done(shelf.story(headlineId));
  } catch (error) {
    return failed(storeTrouble(error, db.name));
  }
}

parentPort?.on('message', async (message: ToList) => {
  if (message.kind === 'story') {
    tell({ kind: 'story', id: message.id, story: storyOf(message.headlineId) });
    return;
  }
  if (message.kind === 'list') {
    const slice = await shelf
      .list(message.request)
      .catch((error: unknown) => failed<never>(storeTrouble(error, db.name)));
    tell({ kind: 'list', id: message.id, slice });
  } else if (message.kind === 'labelled') shelf.labelled(message.headlines, message.code);
  else if (message.kind === 'reload') shelf.reload();
  if (message.kind !== 'labelled') void bringUpToDate();
});
