import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { type Judged, judge } from '#classifier/desk/judged.ts';
import { readBlock } from '#classifier/interchange/block-lines.ts';
import { createFlatReader } from '#classifier/interchange/flat-record.ts';
import { tableOf } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import type { BlockScorer } from './block-scorer.ts';

/** A scorer that keeps all headlines for a table by falling score, which is known only when all are there. */
export interface TableScorer {
  readonly score: BlockScorer;
  table(): Uint8Array;
}

/** Keeps headlines of a band and above. */
export function createTableScorer(
  model: Model,
  reader: Reader,
  { explain, least }: { readonly explain: boolean; readonly least: Band },
  terminal: Terminal,
): TableScorer {
  const rows: Judged[] = [];
  const flat = createFlatReader();
  return {
    score({ bytes, isFirst }) {
      const bands = BANDS.map(() => 0);
      const bad: { line: number; bytes: Uint8Array | null }[] = [];
      const add = (text: string): void => {
        const judged = judge(model, reader, { text }, explain);
        const band = BANDS.indexOf(judged.score.band);
        bands[band] = (bands[band] as number) + 1;
        if (band >= BANDS.indexOf(least)) rows.push(judged);
      };
      const lines = readBlock(bytes, isFirst, flat, {
        headline: add,
        flat: (buffer, from, to) => add(buffer.toString('utf8', from, to)),
        bad: (line, piece) => bad.push({ line, bytes: piece }),
      });
      return { output: new Uint8Array(), lines, bands, bad };
    },
    table: () => Buffer.from(tableOf(rows, terminal, explain)),
  };
}
