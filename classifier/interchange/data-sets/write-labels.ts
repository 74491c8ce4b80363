import { type LabelRecord, writeLabelLines } from '../label-lines.ts';
import { FORMAT_EXTENSIONS, type LabelFormat } from './formats.ts';
import {
  LABEL_STUDIO_CONFIG,
  writeArgilla,
  writeDoccano,
  writeDoccanoCsv,
  writeFasttext,
  writeHuggingface,
  writeLabelStudio,
  writeProdigy,
} from './other-tools.ts';
import { writeCsv, writeParquet, writeXlsx } from './tables.ts';

const WRITERS: Readonly<
  Record<LabelFormat, (records: readonly LabelRecord[]) => string | Uint8Array | Promise<Uint8Array>>
> = {
  jianwen: writeLabelLines,
  doccano: writeDoccano,
  'doccano-csv': writeDoccanoCsv,
  'label-studio': writeLabelStudio,
  prodigy: writeProdigy,
  argilla: writeArgilla,
  fasttext: writeFasttext,
  huggingface: writeHuggingface,
  parquet: writeParquet,
  csv: writeCsv,
  xlsx: writeXlsx,
};

/** The labels in a form, as a file's bytes. */
export async function labelBytes(format: LabelFormat, records: readonly LabelRecord[]): Promise<Uint8Array> {
  const written = await WRITERS[format](records);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

/** A file that goes along with a data set, its name put behind the data set's without its end. */
export function sideFiles(format: LabelFormat): readonly { readonly end: string; readonly text: string }[] {
  return format === 'label-studio' ? [{ end: '.config.xml', text: LABEL_STUDIO_CONFIG }] : [];
}

/** A path without the end that its form gives to names. */
export function stemOf(path: string, format: LabelFormat): string {
  const end = FORMAT_EXTENSIONS[format];
  return path.toLowerCase().endsWith(end) ? path.slice(0, -end.length) : path;
}
