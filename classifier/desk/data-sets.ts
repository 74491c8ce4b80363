import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { cardHead, datasheet, isDatasheet } from '#classifier/interchange/data-sets/datasheet.ts';
import { FORMAT_EXTENSIONS, type LabelFormat } from '#classifier/interchange/data-sets/formats.ts';
import { labelBytes, sideFiles, stemOf } from '#classifier/interchange/data-sets/write-labels.ts';
import type { LabelRecord } from '#classifier/interchange/label-lines.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { chosenLabels, type LabelChoice, nothingChosen } from './chosen-labels.ts';
import { VERSION } from './version.ts';

/** Which labels go out, in which form, and how they are parted. */
export interface DataSetChoice extends LabelChoice {
  readonly format: LabelFormat;
  /** The share of headlines for a test part, in (0, 1); one part where it is not given. */
  readonly split?: number;
}

/** What was written. */
export interface DataSetWritten {
  readonly labels: number;
  /** Paths, the data set's parts first. */
  readonly files: readonly string[];
}

/**
 * Writes a data set with its datasheet, and what its form needs beside it. With a split the parts are called
 * NAME.train and NAME.test; a cluster is wholly in one, chosen by its name, so that it stays there in later exports.
 * Troubles: file-unwritable; not-found where no label is of the choice.
 */
export async function writeDataSet(
  workspace: Workspace,
  path: string,
  choice: DataSetChoice,
): Promise<Result<DataSetWritten>> {
  const records = chosenLabels(workspace, choice);
  if (records.length === 0) return failed(nothingChosen());
  const { format } = choice;
  const stem = stemOf(path, format);
  const parts = partsOf(records, choice.split).map(({ split, records: labels }) => ({
    split,
    records: labels,
    path: choice.split === undefined ? path : `${stem}.${split}${FORMAT_EXTENSIONS[format]}`,
  }));
  const facts = {
    format,
    parts: parts.map((part) => ({ file: basename(part.path), records: part.records })),
    choice: sayChoice(choice),
    madeAt: workspace.now(),
    version: VERSION,
  };
  const sheet = datasheet(facts);
  const card = cardHead(parts.map((part) => ({ split: part.split, file: basename(part.path) })));
  const beside = [
    ...sideFiles(format).map(({ end, text }) => ({ path: `${stem}${end}`, text })),
    format === 'huggingface' || format === 'parquet'
      ? { path: await cardPath(path, stem), text: card + sheet }
      : { path: `${stem}.datasheet.md`, text: sheet },
  ];
  for (const part of parts) {
    const written = await writeTextFile(part.path, await labelBytes(format, part.records));
    if (!written.ok) return written;
  }
  for (const file of beside) {
    const written = await writeTextFile(file.path, file.text);
    if (!written.ok) return written;
  }
  return done({ labels: records.length, files: [...parts, ...beside].map((file) => file.path) });
}

/** Where a data set's card goes: README.md beside it, as Hugging Face has it, unless that is somebody else's. */
async function cardPath(path: string, stem: string): Promise<string> {
  const readme = join(dirname(path), 'README.md');
  const present = await readFile(readme, 'utf8').catch(() => null);
  return present === null || isDatasheet(present) ? readme : `${stem}.README.md`;
}

function partsOf(records: readonly LabelRecord[], share: number | undefined) {
  if (share === undefined) return [{ split: 'train', records }];
  const isTest = ({ rest, text }: LabelRecord) => placeOf(String(rest.cluster ?? text)) < share;
  return [
    { split: 'train', records: records.filter((record) => !isTest(record)) },
    { split: 'test', records: records.filter(isTest) },
  ];
}

/** A place in [0, 1) that a name has everywhere. */
function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

function sayChoice({ only, from, to, digests, split }: DataSetChoice): { zh: string; en: string } {
  const said: [string, string][] = [];
  if (only === 'adjudicated') said.push(['只要裁定', 'rulings only']);
  if (only === 'random') said.push(['只要随机抽查', 'the random audit only']);
  if (from !== undefined) said.push([`${from} 起`, `from ${from}`]);
  if (to !== undefined) said.push([`到 ${to}`, `to ${to}`]);
  if (digests !== undefined) said.push(['一份清单或视图', 'one list or view']);
  if (split !== undefined)
    said.push([
      `按同题组分出约 ${Math.round(split * 100)}% 作测试`,
      `about ${Math.round(split * 100)} % for testing, by cluster`,
    ]);
  if (said.length === 0) return { zh: '全部标注', en: 'all labels' };
  return { zh: said.map(([zh]) => zh).join('，'), en: said.map(([, en]) => en).join(', ') };
}
