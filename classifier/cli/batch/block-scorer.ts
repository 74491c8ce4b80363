import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { Rule } from '#classifier/core/rule.ts';
import type { GroupJudge, Verdicts } from '#classifier/desk/judged.ts';
import { readBlock } from '#classifier/interchange/block-lines.ts';
import { createFlatReader } from '#classifier/interchange/flat-record.ts';
import type { JsonRecord } from '#classifier/interchange/json-line.ts';
import { release } from '#classifier/interchange/release.ts';
import type { Language } from '../strings/index.ts';
import { wantedFrom } from '../wanted-bands.ts';
import { jsonRows } from './json-rows.ts';

/** Some whole lines of JSON Lines to be scored. */
export interface BlockJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether its first line is the first of the feed. */
  readonly isFirst: boolean;
  /** For each headline what is said of its cluster, as JSON; null unless asked for. */
  readonly clusters: readonly string[] | null;
}

/** What becomes of a block. */
export interface BlockResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly lines: number;
  /** Headlines in each of {@link BANDS}. */
  readonly bands: readonly number[];
  /** Headlines in band pass of which too little is known. */
  readonly insufficient: number;
  /** Lines that cannot be read, counted in the block from 0; null was too long to keep. */
  readonly bad: readonly { readonly line: number; readonly bytes: Uint8Array | null }[];
}

/** How blocks are printed. */
export interface BlockFormat {
  readonly format: 'jsonl' | 'csv';
  readonly least: Band;
  /** Each block becomes a gzip member of its own: members one after another are a gzip file. */
  readonly gzip: boolean;
  /** In which CSV says the reasons; JSON Lines name them. */
  readonly language: Language;
}

/** Half the time of zlib's usual level, for output a twelfth larger. */
const GZIP_LEVEL = 2;

/** Scores one block after another. */
export type BlockScorer = (job: BlockJob) => BlockResult;

/** What the output starts with. */
export async function headOf(format: BlockFormat): Promise<Uint8Array<ArrayBuffer>> {
  const head = format.format === 'csv' ? (await import('./csv-rows.ts')).CSV_HEAD : '';
  return packed(new TextEncoder().encode(head), format);
}

/** Judged headlines of a block. */
export interface JudgedGroup {
  readonly verdicts: Verdicts;
  /** A headline as it came. */
  readonly raw: (at: number) => string;
  /** Its record; null where that is printed as the bytes of the block between two places. */
  readonly records: readonly (JsonRecord | null)[];
  readonly block: Uint8Array;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Prints the judged headlines of a block. */
export interface Rows {
  /** Prints one of a group, with what is said of its cluster. */
  add(group: JudgedGroup, at: number, cluster: string | undefined): void;
  /** What was added since it was last taken. */
  take(): Uint8Array<ArrayBuffer>;
}

/** Headlines that are judged together: enough to use what is in the cache, few enough to stay there themselves. */
const GROUP = 2048;
const PASS = BANDS.indexOf('pass');

/**
 * Prints JSON Lines (the input object with the verdict under `jianwen`) or CSV (formula cells defanged), in the order
 * of the input. The same job always gives the same bytes.
 */
export async function createBlockScorer(
  judge: GroupJudge,
  format: BlockFormat,
  rules: readonly Rule[],
): Promise<BlockScorer> {
  const isCsv = format.format === 'csv';
  const rows = isCsv ? (await import('./csv-rows.ts')).csvRows(rules, format.language) : jsonRows();
  const flat = createFlatReader();
  const isWanted = wantedFrom(format.least);
  const records: (JsonRecord | null)[] = [];
  const places: { readonly from: number[]; readonly to: number[] } = { from: [], to: [] };

  return ({ bytes, isFirst, clusters }) => {
    const bands = BANDS.map(() => 0);
    const bad: { line: number; bytes: Uint8Array | null }[] = [];
    let insufficient = 0;
    let judged = 0;
    judge.clear();
    const judgeWaiting = (): void => {
      const verdicts = judge.judge();
      const group: JudgedGroup = { verdicts, raw: judge.raw, records, block: bytes, ...places };
      for (let at = 0; at < verdicts.size; at += 1) {
        const band = verdicts.bands[at] as number;
        const isInsufficient = verdicts.insufficient[at] === 1;
        bands[band] = (bands[band] as number) + 1;
        if (isInsufficient && band === PASS) insufficient += 1;
        if (isWanted(band, isInsufficient)) rows.add(group, at, clusters?.[judged + at]);
      }
      judged += verdicts.size;
      judge.clear();
    };
    const note = (record: JsonRecord | null, from: number, to: number): void => {
      const at = judge.size - 1;
      records[at] = record;
      places.from[at] = from;
      places.to[at] = to;
      if (judge.size === GROUP) judgeWaiting();
    };
    const lines = readBlock(bytes, isFirst, flat, {
      headline(text, record) {
        judge.addText(text);
        note(record, 0, 0);
      },
      flat(buffer, textFrom, textTo, from, to) {
        judge.addBytes(buffer, textFrom, textTo);
        note(null, from, to);
      },
      bad: (line, piece) => bad.push({ line, bytes: piece }),
    });
    judgeWaiting();
    return { output: packed(rows.take(), format), lines, bands, insufficient, bad };
  };
}

function packed(bytes: Uint8Array<ArrayBuffer>, { gzip }: BlockFormat): Uint8Array<ArrayBuffer> {
  if (!gzip || bytes.length === 0) return bytes;
  // Loaded when it is needed: the start of a command is waited for.
  const { gzipSync } = process.getBuiltinModule('node:zlib');
  const small = new Uint8Array(gzipSync(bytes, { level: GZIP_LEVEL }));
  release(bytes);
  return small;
}
