import { createReadStream } from 'node:fs';
import { BANDS, type Band, type CostTable } from '#classifier/core/bands.ts';
import type { Model } from '#classifier/core/model.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import type { HeadlineLine } from '#classifier/interchange/headline-lines.ts';
import { headlineSource, type SourceItem } from '#classifier/interchange/headline-source.ts';
import { type ClusterVerdict, clusterVerdicts } from '../cluster-verdicts.ts';
import { csvFormat, type Format, type Formatter, jsonlFormat, tableFormat } from '../formats.ts';
import { type Judged, judge } from '../judged.ts';
import { chooseModel, type ModelChoice } from '../model-choice.ts';
import { fileOutput, type Output, streamOutput } from '../output.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal } from '../terminal.ts';

export interface ScoreOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly model?: ModelChoice;
  readonly minBand?: Band;
  /** Cuts the bands by this cost table instead of the model's. */
  readonly costs?: CostTable;
  readonly explain: boolean;
  /** Also say which headlines tell the same story and where they contradict each other. */
  readonly clusters: boolean;
}

interface Tally {
  readonly bands: Record<Band, number>;
  troubles: number;
  readonly leftOut: { reason: string; lines: number }[];
}

/** `jianwen score`: scores files or standard input, in the order in which they are named. */
export async function scoreCommand(
  files: readonly string[],
  options: ScoreOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const chosen = chooseModel(options.model, folder, assembly);
  if (!chosen.ok) return refuse(terminal, chosen.trouble);
  const { settings } = chosen.value;
  const model = { ...chosen.value, settings: { ...settings, costs: options.costs ?? settings.costs } };
  const output = options.out === undefined ? streamOutput(terminal.data) : fileOutput(options.out);
  const format = formatterOf(options, model, terminal);
  const tally: Tally = { bands: { pass: 0, check: 0, flag: 0 }, troubles: 0, leftOut: [] };
  await output.write(format.head);
  await scoreAll(sourcesOf(files, terminal), options, model, assembly, {
    output,
    format,
    tally,
    terminal,
  });
  const scored = BANDS.reduce((sum, band) => sum + tally.bands[band], 0);
  if (scored === 0) {
    await output.discard();
    note(terminal, `jianwen: ${terminal.strings.nothingScored}`);
    return EXIT.nothingDone;
  }
  await output.write(format.tail());
  const closed = await output.close();
  if (!closed.ok) return refuse(terminal, closed.trouble);
  summarise(tally, scored, model, terminal);
  return tally.troubles === 0 ? EXIT.done : EXIT.someLinesBad;
}

interface Sink {
  readonly output: Output;
  readonly format: Formatter;
  readonly tally: Tally;
  readonly terminal: Terminal;
}

async function scoreAll(
  items: AsyncIterable<SourceItem>,
  { explain, minBand, clusters }: ScoreOptions,
  model: Model,
  { reader }: Assembly,
  { output, format, tally, terminal }: Sink,
): Promise<void> {
  const least = BANDS.indexOf(minBand ?? 'pass');
  const put = async (judged: Judged): Promise<boolean> => {
    tally.bands[judged.score.band] += 1;
    return BANDS.indexOf(judged.score.band) < least || output.write(format.row(judged));
  };
  const kept: HeadlineLine[] = [];
  for await (const item of items) {
    if (item.kind === 'trouble') {
      tally.troubles += 1;
      noteTrouble(terminal, item.trouble);
    } else if (item.kind === 'left-out') {
      for (const { reason, lines } of item.summary)
        tally.leftOut.push({ reason: reason[terminal.language], lines });
    } else if (clusters) kept.push(item.headline);
    else if (!(await put(judge(model, reader, item.headline, explain)))) return;
  }
  const verdicts = clusterVerdicts(kept.map(({ text }) => text));
  for (const [at, headline] of kept.entries()) {
    const judged = { ...judge(model, reader, headline, explain), cluster: verdicts[at] as ClusterVerdict };
    if (!(await put(judged))) return;
  }
}

async function* sourcesOf(files: readonly string[], terminal: Terminal): AsyncGenerator<SourceItem> {
  for (const file of files.length === 0 ? ['-'] : files) {
    if (file === '-') yield* headlineSource(terminal.input, 'stdin');
    else yield* headlineSource(createReadStream(file), file);
  }
}

function formatterOf({ format, explain, out }: ScoreOptions, model: Model, terminal: Terminal): Formatter {
  const wanted = format ?? (terminal.data.isTTY && out === undefined ? 'table' : 'jsonl');
  if (wanted === 'jsonl') return jsonlFormat(model);
  return wanted === 'csv' ? csvFormat(model) : tableFormat(terminal, explain);
}

function summarise({ bands, leftOut }: Tally, scored: number, model: Model, terminal: Terminal): void {
  const { strings } = terminal;
  note(terminal, fill(strings.summary, scored, bands.flag, bands.check, bands.pass, model.name));
  const lines = leftOut.reduce((sum, left) => sum + left.lines, 0);
  const reasons = leftOut.map((left) => `${left.reason} ${left.lines}`).join(strings.separator);
  if (lines > 0) note(terminal, fill(strings.summaryLeftOut, lines, reasons));
}
