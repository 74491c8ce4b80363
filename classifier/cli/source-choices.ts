import type { Command } from 'commander';
import { Option } from 'commander';
import {
  ENCODINGS,
  SOURCE_KINDS,
  type SourceChoices,
} from '#classifier/interchange/sources/source-reading.ts';
import type { Strings } from './strings/index.ts';

/** How sources are read, as options of a command say it. */
export interface SourceOptions {
  readonly encoding?: SourceChoices['encoding'];
  readonly column?: string;
  readonly sheet?: string;
  /** Where to keep the rows that could not be read. */
  readonly rejected?: string;
}

/** Adds the options by which a command is told how to read sources; `kindOption` names the kind of source. */
export function addSourceOptions(command: Command, kindOption: string, strings: Strings): Command {
  return command
    .addOption(new Option(`${kindOption} <kind>`, strings.sourceKind).choices(SOURCE_KINDS))
    .addOption(new Option('--encoding <name>', strings.sourceEncoding).choices(ENCODINGS))
    .option('--column <name>', strings.sourceColumn)
    .option('--sheet <name>', strings.sourceSheet)
    .option('--rejected <file>', strings.sourceRejected);
}

/** The choices of a command's options and the kind of source that it names. */
export function choicesOf(
  { encoding, column, sheet }: SourceOptions,
  kind: SourceChoices['kind'],
): SourceChoices {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(column === undefined ? {} : { column }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
