import { parentPort } from 'node:worker_threads';
import type { Found, Source } from '#classifier/desk/subscriptions/found.ts';
import { lookAt } from '#classifier/desk/subscriptions/look-at.ts';

/** The engine's thread for looks: what it reads comes from strangers and must not keep a label waiting. */

/** A look that is asked for, and what it found. */
export interface Look {
  readonly id: number;
  readonly source: Source;
}

export interface Looked {
  readonly id: number;
  readonly found: Found;
}

parentPort?.on('message', async ({ id, source }: Look) => {
  const found = await lookAt(source);
  parentPort?.postMessage({ id, found } satisfies Looked);
});
