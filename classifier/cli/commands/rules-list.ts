import { HIDDEN_CHARACTERS } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';
import { USER_PACK } from '#classifier/rules/rule-files.ts';
import type { Format } from '../formats.ts';
import { axisName } from '../reason-words.ts';
import type { Strings } from '../strings/index.ts';
import { layOutAll } from '../table.ts';
import { EXIT, type ExitCode, type Terminal, writeData } from '../terminal.ts';

/** `jianwen rules list`: what each rule is called and what it says, those of the folder among them. */
export async function rulesListCommand(
  format: Format | undefined,
  rules: readonly Rule[],
  terminal: Terminal,
): Promise<ExitCode> {
  const all = [HIDDEN_CHARACTERS, ...rules];
  const wanted = format ?? (terminal.data.isTTY ? 'table' : 'jsonl');
  writeData(terminal, wanted === 'jsonl' ? linesText(all) : await rowsText(wanted, all, terminal));
  return EXIT.done;
}

function linesText(rules: readonly Rule[]): string {
  return rules
    .map(({ id, axis, points, pack, description }) =>
      writeJsonLine({ id, axis, points, pack, ...description }),
    )
    .join('');
}

async function rowsText(
  format: 'table' | 'csv',
  rules: readonly Rule[],
  { strings, language }: Terminal,
): Promise<string> {
  const cells = rules.map((rule) => cellsOf(rule, strings, language));
  if (format === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return `\ufeff${stringify([headOf(strings), ...cells], { escape_formulas: true })}`;
  }
  return layOutAll([headOf(strings), ...cells.map((row) => row.map(shown))]);
}

function headOf(strings: Strings): string[] {
  return [
    strings.columnRule,
    strings.columnAxis,
    strings.columnPoints,
    strings.columnPack,
    strings.columnSays,
  ];
}

/** Points are given as a number: a spreadsheet is to reckon with them, and no sign before one begins a formula. */
function cellsOf(
  { id, axis, points, pack, description }: Rule,
  strings: Strings,
  language: Terminal['language'],
): (string | number)[] {
  const from = pack === USER_PACK ? strings.packOwn : pack;
  return [id, axisName(axis, strings), points, from, description[language]];
}

function shown(cell: string | number): string {
  return typeof cell === 'number' ? cell.toFixed(1) : cell;
}
