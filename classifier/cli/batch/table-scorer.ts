import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { type Judged, judge } from '#classifier/desk/judged.ts';
import { readBlock } from '#classifier/interchange/block-lines.ts';
import { createFlatReader } from '#classifier/interchange/flat-record.ts';
import { tableOf } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { wantedFrom } from '../wanted-bands.ts';
import type { BlockScorer } from './block-scorer.ts';

/** A scorer that keeps all headlines for a table by falling score, which is known only when all are there. */
export interface TableScorer {
  readonly score: BlockScorer;
  table(): Uint8Array;
}

/** Keeps the headlines that are wanted where a band and above are. */
export function createTableScorer(
  model: Model,
  reader: Reader,
  { explain, least }: { readonly explain: boolean; readonly least: Band },
  terminal: Terminal,
): TableScorer {
  const rows: Judged[] = [];
  const isWanted = wantedFrom(least);
  const flat = createFlatReader();
  return {
    score({ bytes, isFirst }) {
      const bands = BANDS.map(() => 0);
      let insufficient = 0;
      const bad: { line: number; bytes: Uint8Array | null }[] = [];
      const add = (text: string): void => {
        const judged = judge(model, reader, { text }, explain);
        const band = BANDS.indexOf(judged.score.band);
        const isInsufficient = judged.score.insufficient;
        bands[band] = (bands[band] as number) + 1;
        if (isInsufficient && judged.score.band === 'pass') insufficient += 1;
        if (isWanted(band, isInsufficient)) rows.push(judged);
      };
      const lines = readBlock(bytes, isFirst, flat, {
        headline: add,
        flat: (buffer, from, to) => add(buffer.toString('utf8', from, to)),
        bad: (line, piece) => bad.push({ line, bytes: piece }),
      });
      return { output: new Uint8Array(), lines, bands, insufficient, bad };
    },
    table: () => Buffer.from(tableOf(rows, terminal, explain)),
  };
}
