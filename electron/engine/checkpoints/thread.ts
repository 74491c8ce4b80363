import { workerData } from 'node:worker_threads';
import { checkpoint, openCheckpointer } from '#classifier/store/checkpoint.ts';

/** The thread that moves what was committed from the write-ahead log into the database, so that no label waits for it. */

/** Milliseconds between two looks at the log. */
const EVERY = 1000;

const db = openCheckpointer(workerData as string);
setInterval(() => checkpoint(db), EVERY);
