import { basename } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import { foundIn } from '#classifier/desk/found.ts';
import { type FeedImport, packFound, storePacked } from '#classifier/desk/store-feed.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';
import { type RejectedOf, rejectedCsv } from '#classifier/interchange/sources/rejected-file.ts';
import type { SourceChoices, SourceReading } from '#classifier/interchange/sources/source-reading.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { inputName, STDIN } from '../input-name.ts';
import { keptApart } from '../kept-apart.ts';
import { createProgress, NO_PROGRESS, type Progress } from '../progress.ts';
import { choicesOf, type SourceOptions } from '../source-choices.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, refuse, type Terminal } from '../terminal.ts';
import { withWorkspace } from './labels.ts';
import { readInput } from './read-input.ts';

export interface ImportOptions extends SourceOptions {
  readonly format?: SourceChoices['kind'];
}

interface Read {
  readonly file: string;
  readonly reading: SourceReading;
}

/**
 * `jianwen import FILE…`: stores every file as a list with scores; all of them or, where one cannot be read, none. Rows
 * that cannot be read are kept aside beside the file, or where it is said.
 */
export async function importCommand(
  files: readonly string[],
  options: ImportOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readAll(files, choicesOf(options, options.format), terminal);
  if (!read.ok) return refuse(terminal, read.trouble);
  const kept = await keepRejected(read.value, options.rejected, terminal);
  if (!kept.ok) return refuse(terminal, kept.trouble);
  return withWorkspace(folder, assembly, terminal, async (workspace) => {
    const progress = progressOf(terminal);
    const stored = storeAll(workspace, read.value, progress);
    progress.clear();
    for (const one of stored) tell(one, terminal);
    note(terminal, fill(terminal.strings.importWorkspace, folder));
    return read.value.some(({ reading }) => reading.rejected.length > 0) ? EXIT.someLinesBad : EXIT.done;
  });
}

async function readAll(
  files: readonly string[],
  choices: SourceChoices,
  terminal: Terminal,
): Promise<Result<readonly Read[]>> {
  const read: Read[] = [];
  for (const file of files) {
    const reading = file === STDIN ? await readInput(terminal, choices) : await readSourceFile(file, choices);
    if (!reading.ok) return reading;
    read.push({ file, reading: reading.value });
  }
  return done(read);
}

/** In one transaction, for which everything is ready: a desk that is open beside this waits for it with its labels. */
function storeAll(workspace: Workspace, read: readonly Read[], progress: Progress): readonly FeedImport[] {
  const packed = read.map(({ file, reading }) => ({
    name: file === STDIN ? workspace.now() : basename(file),
    list: packFound(workspace, foundIn(reading), progress.scored),
  }));
  return workspace.db
    .transaction(() => packed.map(({ name, list }) => storePacked(workspace, name, list)))
    .immediate();
}

/** Writes the rows that cannot be read beside each file, or all into one that was named. */
async function keepRejected(
  read: readonly Read[],
  named: string | undefined,
  terminal: Terminal,
): Promise<Result<void>> {
  const groups = read
    .map(({ file, reading }) => ({ file, rejected: reading.rejected }))
    .filter(({ rejected }) => rejected.length > 0);
  const files: readonly (readonly [string, readonly RejectedOf[]])[] =
    named === undefined
      ? groups.map((group) => [`${inputName(group.file)}.rejected.csv`, [group]])
      : [[named, groups]];
  for (const [path, kept] of files) {
    if (kept.length === 0) continue;
    const apart = await keptApart(
      read.map(({ file }) => file),
      [path],
    );
    if (!apart.ok) return apart;
    const written = await writeTextFile(path, rejectedCsv(kept, terminal.language));
    if (!written.ok) return written;
    const rows = kept.reduce((sum, { rejected }) => sum + rejected.length, 0);
    note(terminal, fill(terminal.strings.importRejected, rows, path));
  }
  return done(undefined);
}

function tell({ feed, known, leftOut, notes, taken }: FeedImport, terminal: Terminal): void {
  const { language, strings } = terminal;
  for (const said of notes) note(terminal, `${feed.name}: ${said[language]}`);
  if (known) {
    note(terminal, fill(strings.importKnown, feed.name));
    return;
  }
  const lines = leftOut.reduce((sum, left) => sum + left.lines, 0);
  const reasons = leftOut.map((left) => `${left.reason[language]} ${left.lines}`).join(strings.separator);
  note(terminal, fill(strings.importDone, feed.name, taken));
  if (lines > 0) note(terminal, fill(strings.summaryLeftOut, lines, reasons));
}

function progressOf({ notes, strings, log }: Terminal): Progress {
  if (!notes.isTTY || log === 'json') return NO_PROGRESS;
  return createProgress(
    (text) => notes.write(text),
    0,
    strings,
    () => performance.now(),
  );
}
