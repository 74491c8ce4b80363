import type { Feed } from './bench-files.ts';
import type { Sources } from './corpus.ts';
import type { Command } from './measure.ts';

/** What a contender is made ready with. */
export interface Ground {
  readonly root: string;
  readonly folder: string;
  readonly sources: Sources;
  /** Headlines that the peers that can are trained on. */
  readonly taught: number;
}

/** Somebody who labels the headlines of a feed, ready to be timed. */
export interface Contender {
  readonly name: string;
  /** The run over a feed; writes the feed in the contender's own form first, which is not timed. */
  run(feed: Feed, output: string): Command;
}

/** A program of others that does what we do. */
export interface Peer {
  readonly name: string;
  /** What it reads and writes and what is counted. */
  readonly terms: string;
  /** How to get it. */
  readonly install: string;
  /** Trains it; null where it is not installed. */
  prepare(ground: Ground): Promise<Contender | null>;
}
