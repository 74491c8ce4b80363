import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Reader } from '#classifier/core/reading.ts';
import { failed, type Result } from '#classifier/core/result.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { openReader } from '#classifier/store/open-database.ts';
import { type FollowedModel, followModel, readModelName } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { stemLatin } from '#classifier/text/english.ts';
import { stepBack } from '../step-back.ts';
import type { FromList, ListThreadData, Question, ToList } from './protocol.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** The engine's list thread: sorts, filters, searches and scores anew, on a connection that only reads. */

const { folder, resources } = workerData as ListThreadData;
let assembled: Promise<Reader> | undefined;
let followed: FollowedModel | undefined;

const tell = (message: FromList) => parentPort?.postMessage(message);
let shelf: Shelf | undefined;

/** The store is opened when it is asked first: this thread loads while the engine still opens it. */
function startShelf(): Shelf {
  const db = openReader(folder);
  return createShelf({
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
      if (followed?.model.name !== readModelName(db)) followed = followModel(db, followed);
      return (followed as FollowedModel).model;
    },
  });
}

/** Milliseconds that a decision has to be shown in before the whole list is scored anew. */
const HEAD_START = 40;

let isWorking = false;
let isStale = false;

async function bringUpToDate(): Promise<void> {
  isStale = true;
  if (isWorking) return;
  isWorking = true;
  stepBack();
  while (isStale) {
    await setTimeout(HEAD_START);
    isStale = false;
    await shelf?.bringUpToDate();
  }
  isWorking = false;
}

async function answer({ name, question }: Question): Promise<Result<unknown>> {
  try {
    shelf ??= startShelf();
    const give = shelf.answers[name] as (question: unknown) => Result<unknown> | Promise<Result<unknown>>;
    return await give(question);
  } catch (error) {
    return failed(storeTrouble(error, join(folder, DATABASE_NAME)));
  }
}

parentPort?.on('message', async (message: ToList) => {
  if (message.kind === 'ask') {
    tell({ kind: 'answer', id: message.id, result: await answer(message) });
    if (message.name !== 'list') return;
  } else {
    if (message.kind === 'rules') assembled = undefined;
    shelf?.note(message);
    if (message.kind === 'labelled' || message.kind === 'worked') return;
  }
  void bringUpToDate();
});
