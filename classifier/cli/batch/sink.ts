import { BANDS } from '#classifier/core/bands.ts';
import { readBytesLine } from '#classifier/interchange/block-lines.ts';
import { release } from '#classifier/interchange/release.ts';
import { REJECTED_TEXT_LIMIT } from '#classifier/interchange/sources/limits.ts';
import { inputName } from '../input-name.ts';
import type { Output } from '../output.ts';
import type { Progress } from '../progress.ts';
import { noteTrouble, type Terminal } from '../terminal.ts';
import { type Aside, NO_ASIDE } from './aside.ts';
import type { Place } from './place.ts';
import type { DonePart } from './run-batch.ts';

/** Takes scored parts in order: writes them, names what was bad, counts, and knows the place it has come to. */
export interface Sink {
  take(part: DonePart): Promise<boolean>;
  /** The place behind everything that was taken. */
  place(): Place;
  /** The place up to which the output is with the system. */
  writtenPlace(): Place;
}

/** Where a run begins. */
export const FIRST_PLACE: Place = {
  feed: 0,
  offset: 0,
  lines: 0,
  written: 0,
  bands: BANDS.map(() => 0),
  insufficient: 0,
  troubles: 0,
  leftOut: [],
};

/** A sink that goes on from a place. */
export function createSink(
  files: readonly string[],
  from: Place,
  output: Output,
  progress: Progress,
  terminal: Terminal,
  aside: Aside = NO_ASIDE,
): Sink {
  let place = from;
  let written = from;

  const name = (problem: Parameters<typeof noteTrouble>[1]): void => {
    progress.clear();
    noteTrouble(terminal, problem);
    place = { ...place, troubles: place.troubles + 1 };
  };
  const takeBlock = async ({ feed, part, result }: DonePart): Promise<boolean> => {
    if (part.kind !== 'block' || result === null) return true;
    const file = inputName(files[feed] as string);
    const before = feed === place.feed ? place.lines : 0;
    for (const { line, bytes } of result.bad) {
      const row = before + line + 1;
      const read = readBytesLine(bytes, { file, line: row });
      if (read?.ok !== false) continue;
      name(read.trouble);
      aside.add(file, [{ row, reason: read.trouble.sentence, content: contentOf(bytes) }]);
    }
    place = {
      ...place,
      feed,
      offset: part.block.end,
      lines: before + result.lines,
      written: place.written + result.output.length,
      bands: place.bands.map((count, band) => count + (result.bands[band] as number)),
      insufficient: place.insufficient + result.insufficient,
    };
    const reached = place;
    const goesOn = await output.write(result.output, () => {
      written = reached;
      release(result.output);
    });
    progress.scored(result.bands.reduce((sum, count) => sum + count));
    return goesOn;
  };
  return {
    async take(done) {
      if (done.part.kind === 'block') return takeBlock(done);
      if (done.part.kind === 'trouble') name(done.part.trouble);
      else {
        const left = done.part.summary.map(({ reason, lines }) => ({
          reason: reason[terminal.language],
          lines,
        }));
        place = { ...place, leftOut: byReason([...place.leftOut, ...left]) };
      }
      return true;
    },
    place: () => place,
    writtenPlace: () => written,
  };
}

function byReason(leftOut: Place['leftOut']): Place['leftOut'] {
  const sums = new Map<string, number>();
  for (const { reason, lines } of leftOut) sums.set(reason, (sums.get(reason) ?? 0) + lines);
  return [...sums].map(([reason, lines]) => ({ reason, lines }));
}

/** What a bad line holds, for the table of rows that could not be read. */
function contentOf(bytes: Uint8Array | null): string {
  return Buffer.from(bytes ?? []).toString('utf8', 0, REJECTED_TEXT_LIMIT);
}
