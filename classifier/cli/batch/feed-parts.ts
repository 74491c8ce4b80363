import { feedBlocks } from '#classifier/interchange/feed-blocks.ts';
import { fileBytes } from '#classifier/interchange/file-bytes.ts';
import type { RejectedRow, SourceChoices } from '#classifier/interchange/sources/source-reading.ts';
import { inputName, STDIN } from '../input-name.ts';
import { flushedLines } from './flushed-lines.ts';
import type { Place } from './place.ts';
import type { BatchPart } from './run-batch.ts';

/** Where feeds come from and how they are cut. */
export interface FeedTools {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly block: number;
  /** Whether lines of standard input are given as they come. */
  readonly eager: boolean;
  /** Milliseconds that a line may wait; null where lines need not be answered one by one. */
  readonly flush: number | null;
  /** How inputs are to be read, where that was said. */
  readonly choices: SourceChoices;
  /** Told the rows of an input that could not be read. */
  onRejected(file: string, rejected: readonly RejectedRow[]): void;
  /** Told how many bytes of an input were read. */
  onRead(bytes: number): void;
}

/** The parts of some inputs, one after another; from a place on, if given. */
export async function* feedParts(
  files: readonly string[],
  place: Pick<Place, 'feed' | 'offset'> | null,
  tools: FeedTools,
): AsyncGenerator<BatchPart> {
  for (const [feed, file] of files.entries()) {
    if (place !== null && feed < place.feed) continue;
    let behind = feed === place?.feed ? place.offset : 0;
    const bytes = file === STDIN ? tools.stdin : fileBytes(file, tools.onRead);
    const chunks = tools.flush === null ? bytes : flushedLines(bytes, tools.flush);
    const eager = tools.flush !== null || (file === STDIN && tools.eager);
    const onRejected = (rejected: readonly RejectedRow[]) => tools.onRejected(inputName(file), rejected);
    const isPrompt = tools.flush !== null;
    const sizes = { block: tools.block, eager, isPrompt, choices: tools.choices, onRejected };
    for await (const part of feedBlocks(chunks, inputName(file), sizes)) {
      if (behind === 0) yield { feed, part, clusters: null };
      else if (part.kind === 'block' && part.block.end >= behind) behind = 0;
    }
  }
}
