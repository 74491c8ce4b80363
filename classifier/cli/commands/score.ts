import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { BANDS, type Band, type CostTable } from '#classifier/core/bands.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import type { Assembly, Resources } from '#classifier/desk/assemble.ts';
import { REJECTED_LIMIT } from '#classifier/interchange/sources/limits.ts';
import type { SourceKind } from '#classifier/interchange/sources/source-reading.ts';
import { USER_RULES_NAME } from '#classifier/rules/load-rules.ts';
import { type Aside, NO_ASIDE, openAside } from '../batch/aside.ts';
import { type BlockScorer, headOf } from '../batch/block-scorer.ts';
import { clusteredParts } from '../batch/clustered-parts.ts';
import { feedParts } from '../batch/feed-parts.ts';
import { inputIdentity, type Place, placeName } from '../batch/place.ts';
import { runBatch } from '../batch/run-batch.ts';
import { createSink, FIRST_PLACE, type Sink } from '../batch/sink.ts';
import { openTarget, type Target } from '../batch/target.ts';
import { createReserve } from '../batch/team.ts';
import { scorerWith, type ThreadData, type WholeThreadData } from '../batch/thread-data.ts';
import type { Format } from '../formats.ts';
import { inputName, STDIN } from '../input-name.ts';
import { keptApart } from '../kept-apart.ts';
import { type ChosenModel, chooseModel } from '../model-choice.ts';
import { partialName } from '../output.ts';
import { createProgress, NO_PROGRESS, type Progress } from '../progress.ts';
import { choicesOf, type SourceOptions } from '../source-choices.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal } from '../terminal.ts';
import { formatOf } from './score-request.ts';

export interface ScoreOptions extends SourceOptions {
  /** The kind of the inputs, where their content is not to decide. */
  readonly inputFormat?: SourceKind;
  readonly format?: Format;
  readonly out?: string;
  /** `starter`, `workspace`, a model file or the name of an imported one. */
  readonly model?: string;
  /** Fingerprint of the key that a model file must be signed with. */
  readonly modelKey?: string;
  readonly minBand?: Band;
  /** Cuts the bands by this cost table instead of the model's. */
  readonly costs?: CostTable;
  readonly explain: boolean;
  /** Also say which headlines tell the same story and where they contradict each other. */
  readonly clusters: boolean;
  /** Threads that score, the main thread among them. */
  readonly threads: number;
  /** Go on where an earlier run on the same output was stopped. */
  readonly resume: boolean;
  /** Answer each line as it comes, or after so many milliseconds; true means at once. */
  readonly flush?: number | true;
}

/** What the command works with besides its options. */
export interface ScoreTools {
  readonly folder: string;
  readonly resources: Resources;
  readonly assembly: Assembly;
  readonly terminal: Terminal;
  /** The program of a thread: score-worker.ts, or what was built of it. */
  readonly worker: URL;
  /** Aborted when the run is to stop. */
  readonly stop: AbortSignal;
}

/** Bytes that are scored and written at once. */
const BLOCK = 512 * 1024;
/** How often the place is kept for --resume. */
const KEEP_EVERY_MS = 100;
/** What a byte of a compressed file is about, uncompressed. */
const COMPRESSION = 4;

/**
 * What a headline leaves behind is garbage at once. V8 would still let the room for new objects grow to 48 MB a thread,
 * and the room for old ones to several times what is alive; kept small, a million headlines take a third less memory and
 * are scored no slower.
 */
const STAY_SMALL = ['--semi-space-growth-factor=1', '--heap-growing-percent=10'];

/** `jianwen score`: scores files or standard input, in the order in which they are named. */
export async function scoreCommand(
  named: readonly string[],
  options: ScoreOptions,
  tools: ScoreTools,
): Promise<ExitCode> {
  const { terminal, folder } = tools;
  const files = named.length === 0 ? [STDIN] : named;
  const chosen = await chooseModel(options.model, tools, options.costs, options.modelKey);
  if (!chosen.ok) return refuse(terminal, chosen.trouble);
  const model = chosen.value;
  const wanted = formatOf(options, terminal.data.isTTY === true);
  if (!wanted.ok) return refuse(terminal, wanted.trouble);
  const format = wanted.value;
  const apart = await keptApart(named, writtenBy(options));
  if (!apart.ok) return refuse(terminal, apart.trouble);
  const { out, resume, explain, clusters, minBand } = options;
  const wish = { files, out, resume, isTable: format === 'table', model: model.compiled.name };
  const rules = [readingIdentity(model.assembly.rules), await inputIdentity(join(folder, USER_RULES_NAME))];
  const choices = choicesOf(options, options.inputFormat);
  const said = format === 'csv' ? terminal.language : null;
  const asked = [BLOCK, format, said, explain, clusters, minBand, choices];
  const identity = JSON.stringify([...asked, model.compiled.costs, rules]);
  const target = await openTarget({ ...wish, options: identity }, terminal.data);
  if (!target.ok) return refuse(terminal, target.trouble);
  return format === 'table'
    ? scoreAsTable(files, options, model, target.value, tools)
    : scoreAsData(files, options, { model, format, target: target.value }, tools);
}

/** The files that a run may write. */
function writtenBy({ out, rejected }: ScoreOptions): readonly string[] {
  const ofOutput = out === undefined ? [] : [out, partialName(out), placeName(out)];
  return rejected === undefined ? ofOutput : [...ofOutput, rejected];
}

async function scoreAsTable(
  files: readonly string[],
  { explain, minBand = 'pass', ...options }: ScoreOptions,
  model: ChosenModel,
  target: Target,
  tools: ScoreTools,
): Promise<ExitCode> {
  const { createTableScorer } = await import('../batch/table-scorer.ts');
  const { score, table } = createTableScorer(
    model.whole(),
    model.assembly.reader,
    { explain, least: minBand },
    tools.terminal,
  );
  const aside = await asideFor(options, target, tools.terminal);
  const sink = createSink(files, FIRST_PLACE, target.output, NO_PROGRESS, tools.terminal, aside);
  const run: Run = { files, options, target, sink, aside, progress: NO_PROGRESS, model };
  const whole = isPacked(options) ? () => gzipped(table()) : table;
  return finish(await drive(run, score, false, 1, null, tools), run, tools, whole);
}

async function scoreAsData(
  files: readonly string[],
  { explain, clusters, minBand = 'pass', threads, ...options }: ScoreOptions,
  { model, format, target }: { model: ChosenModel; format: 'jsonl' | 'csv'; target: Target },
  tools: ScoreTools,
): Promise<ExitCode> {
  const { terminal, folder, resources } = tools;
  for (const flag of STAY_SMALL) setFlagsFromString(flag);
  const gzip = isPacked(options);
  const data: ThreadData = {
    model: model.compiled,
    resources,
    folder,
    carried: model.carried,
    explain,
    format: { format, least: minBand, gzip, language: terminal.language },
  };
  const head = target.from === null ? await headOf(data.format) : new Uint8Array();
  await target.output.write(head);
  const from = target.from ?? { ...FIRST_PLACE, written: head.length };
  const progress = await progressFor(files, terminal);
  const aside = await asideFor(options, target, terminal);
  const sink = createSink(files, from, target.output, progress, terminal, aside);
  const score = await scorerWith(model.assembly, data);
  const run: Run = { files, options, target, sink, aside, progress, model };
  const ended = await drive(run, score, clusters, threads, data, tools);
  return finish(ended, run, tools, null);
}

/** Whether the output is to be compressed. */
function isPacked({ out }: Pick<ScoreOptions, 'out'>): boolean {
  return out?.endsWith('.gz') ?? false;
}

function gzipped(bytes: Uint8Array): Uint8Array {
  // Loaded when it is needed: the start of a command is waited for.
  return process.getBuiltinModule('node:zlib').gzipSync(bytes);
}

interface Run {
  readonly files: readonly string[];
  readonly options: SourceOptions & Pick<ScoreOptions, 'inputFormat' | 'flush'>;
  readonly target: Target;
  readonly sink: Sink;
  readonly aside: Aside;
  readonly progress: Progress;
  readonly model: ChosenModel;
}

type Ending = Awaited<ReturnType<typeof runBatch>>;

/** Scores everything, with up to `threads` threads where there is much of it, keeping the place now and then. */
async function drive(
  { files, options, target, sink, aside, progress, model }: Run,
  score: BlockScorer,
  clusters: boolean,
  threads: number,
  data: ThreadData | null,
  { terminal, worker, stop }: ScoreTools,
): Promise<Ending> {
  const parts = feedParts(files, target.from, {
    stdin: terminal.input,
    block: BLOCK,
    eager: data?.format.gzip !== true,
    flush: options.flush === true ? 0 : (options.flush ?? null),
    choices: choicesOf(options, options.inputFormat),
    onRejected: aside.add,
    onRead: progress.read,
  });
  const whole = (): WholeThreadData | null => data && { ...data, lexicon: model.assembly.lexicon() };
  const reserve = createReserve(data === null ? 0 : threads - 1, await bytesOf(files), worker, whole);
  let kept = performance.now();
  try {
    return await runBatch(clusters ? clusteredParts(parts) : parts, {
      score,
      team: reserve.team,
      stopped: whenAborted(stop),
      async take(part) {
        const goesOn = await sink.take(part);
        if (target.isResumable && performance.now() - kept > KEEP_EVERY_MS) {
          await aside.save();
          await target.keepPlace(sink.writtenPlace());
          kept = performance.now();
        }
        return goesOn;
      },
    });
  } finally {
    await reserve.close();
    progress.clear();
    await keepAside(aside, options.rejected, terminal);
  }
}

function asideFor(
  { rejected }: SourceOptions,
  { from }: Target,
  { language }: Terminal,
): Promise<Aside> | Aside {
  return rejected === undefined ? NO_ASIDE : openAside(rejected, from !== null, language);
}

/** Keeps the rows that could not be read in the file that was named for them. */
async function keepAside(aside: Aside, file: string | undefined, terminal: Terminal): Promise<void> {
  const { kept, more } = aside.counts();
  if (file === undefined || kept === 0) return;
  const written = await aside.save();
  if (!written.ok) noteTrouble(terminal, written.trouble);
  else note(terminal, fill(terminal.strings.importRejected, kept, file));
  if (more > 0) note(terminal, fill(terminal.strings.rejectedMore, more, REJECTED_LIMIT));
}

/** Ends the output, and says what was done. */
async function finish(
  ended: Ending,
  { files, target, sink, model }: Run,
  { terminal }: ScoreTools,
  table: (() => Uint8Array) | null,
): Promise<ExitCode> {
  const place = sink.place();
  const scored = place.bands.reduce((sum, count) => sum + count);
  if (ended === 'stopped') {
    note(
      terminal,
      fill(terminal.strings.stopped, inputName(files[place.feed] as string), place.lines, scored),
    );
    await keepUnfinished(target, sink, terminal);
    return EXIT.stopped;
  }
  if (scored === 0) {
    await target.output.discard();
    await target.forgetPlace();
    note(terminal, `jianwen: ${terminal.strings.nothingScored}`);
    return EXIT.nothingDone;
  }
  if (table !== null) await target.output.write(table());
  const closed = await target.output.close();
  if (!closed.ok) {
    noteTrouble(terminal, closed.trouble);
    await keepUnfinished(target, sink, terminal);
    return EXIT.nothingDone;
  }
  await target.forgetPlace();
  summarise(place, scored, model.compiled.name, terminal);
  return place.troubles === 0 ? EXIT.done : EXIT.someLinesBad;
}

/** Keeps what is in the output file with the place it has come to, and says where it is and how to go on. */
async function keepUnfinished(
  { output, isResumable, keepPlace }: Target,
  sink: Sink,
  terminal: Terminal,
): Promise<void> {
  const { strings } = terminal;
  const kept = await output.keep();
  if (kept === null) return;
  note(terminal, fill(strings.stoppedKept, kept));
  if (!isResumable) return;
  const saved = await keepPlace(sink.writtenPlace());
  if (saved.ok) note(terminal, strings.stoppedResume);
  else noteTrouble(terminal, saved.trouble);
}

function summarise(
  { bands, insufficient, leftOut }: Place,
  scored: number,
  model: string,
  terminal: Terminal,
): void {
  const { strings } = terminal;
  const [pass = 0, check = 0, flag = 0] = BANDS.map((_, at) => bands[at]);
  const passed = insufficient === 0 ? pass : fill(strings.summaryInsufficient, pass, insufficient);
  note(terminal, fill(strings.summary, scored, flag, check, passed, model));
  const lines = leftOut.reduce((sum, left) => sum + left.lines, 0);
  const reasons = leftOut.map((left) => `${left.reason} ${left.lines}`).join(strings.separator);
  if (lines > 0) note(terminal, fill(strings.summaryLeftOut, lines, reasons));
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function progressFor(files: readonly string[], { notes, strings, log }: Terminal): Promise<Progress> {
  if (!notes.isTTY || log === 'json') return NO_PROGRESS;
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0);
  return createProgress(
    (text) => notes.write(text),
    total,
    strings,
    () => performance.now(),
  );
}

/** About how many bytes there are to score, as far as that is known. */
async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => (await sizeOf(file)) * (file.endsWith('.gz') ? COMPRESSION : 1)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(file: string): Promise<number> {
  if (file === STDIN) return 0;
  return stat(file).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
}
