import type { Assembly } from '#classifier/desk/assemble.ts';
import { type RuleHits, ruleHitTable } from '#classifier/evaluate/rule-hits.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { axisName } from '../reason-words.ts';
import type { Strings } from '../strings/index.ts';
import { layOutAll } from '../table.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal, writeData } from '../terminal.ts';

/** `jianwen rules check CORPUS`: the hit table of all rules on labelled headlines. Nothing is changed. */
export async function rulesCheckCommand(
  corpus: string,
  json: boolean,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await readTextFile(corpus);
  if (!text.ok) return refuse(terminal, text.trouble);
  const { examples, troubles } = readLabelledHeadlines(text.value.text, corpus);
  for (const problem of troubles) noteTrouble(terminal, problem);
  if (examples.length === 0) {
    note(terminal, `jianwen: ${terminal.strings.evalNoLabels}`);
    return EXIT.nothingDone;
  }
  const table = ruleHitTable(examples, assembly);
  writeData(terminal, json ? `${JSON.stringify(table, null, 2)}\n` : tableText(table, terminal.strings));
  return troubles.length === 0 ? EXIT.done : EXIT.someLinesBad;
}

function tableText(table: readonly RuleHits[], strings: Strings): string {
  return layOutAll([
    [
      strings.columnRule,
      strings.columnAxis,
      strings.columnYes,
      strings.columnNo,
      strings.columnRatio,
      strings.columnOverlap,
      strings.columnPoints,
      strings.columnSuggested,
    ],
    ...table.map((row) => [
      row.id,
      axisName(row.axis, strings),
      String(row.yes),
      String(row.no),
      row.ratio.toFixed(2),
      row.overlap.toFixed(2),
      row.points.toFixed(1),
      row.suggested.toFixed(1),
    ]),
  ]);
}
