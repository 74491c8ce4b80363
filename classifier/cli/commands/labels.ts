import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import { type DataSetChoice, writeDataSet } from '#classifier/desk/data-sets.ts';
import { exportLabels, importLabels } from '#classifier/desk/label-files.ts';
import { openForWork } from '#classifier/desk/open-backed-up.ts';
import { FORMAT_LOSSES, type LabelFormat } from '#classifier/interchange/data-sets/formats.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { closeWorkspace, type Workspace } from '#classifier/store/workspace.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal } from '../terminal.ts';
import { readList } from './read-input.ts';

/** `jianwen label import FILE`. Lines that cannot be read are told; the rest is learned in one transaction. */
export async function labelImportCommand(
  file: string,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withWorkspace(folder, assembly, terminal, async (workspace) => {
    const imported = await importLabels(workspace, file);
    if (!imported.ok) return refuse(terminal, imported.trouble);
    const { added, known, older, troubles } = imported.value;
    for (const problem of troubles) noteTrouble(terminal, problem);
    note(terminal, fill(terminal.strings.labelsAdded, added, known, older, troubles.length, folder));
    if (added + known + older === 0) return EXIT.nothingDone;
    return troubles.length === 0 ? EXIT.done : EXIT.someLinesBad;
  });
}

/** How `jianwen label export` chooses and writes labels. */
export interface LabelExportOptions extends Pick<DataSetChoice, 'only' | 'from' | 'to' | 'split'> {
  readonly format: LabelFormat;
  /** A list; only its headlines go out. */
  readonly of?: string;
}

/** `jianwen label export FILE`. Says what the form cannot hold. */
export async function labelExportCommand(
  file: string,
  { of: list, ...choice }: LabelExportOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const reading = list === undefined ? null : await readList(list, terminal);
  if (reading?.ok === false) return refuse(terminal, reading.trouble);
  const digests = reading && { digests: new Set(reading.value.rows.map(({ text }) => headlineDigest(text))) };
  return withPresent(folder, assembly, terminal, async (workspace) => {
    const written = await writeDataSet(workspace, file, { ...choice, ...digests });
    if (!written.ok) return refuse(terminal, written.trouble);
    const { strings, language } = terminal;
    const { labels, files } = written.value;
    note(terminal, fill(strings.labelsExported, labels, files.join(strings.separator)));
    const loss = FORMAT_LOSSES[choice.format];
    if (loss !== null) note(terminal, fill(strings.labelExportLoss, choice.format, loss[language]));
    return reading === null || reading.value.rejected.length === 0 ? EXIT.done : EXIT.someLinesBad;
  });
}

/** `jianwen export FILE`: no file is written where there is no label. */
export async function exportCommand(
  file: string,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async (workspace) => {
    const exported = await exportLabels(workspace, file);
    if (!exported.ok) return refuse(terminal, exported.trouble);
    note(terminal, fill(terminal.strings.labelsExported, exported.value, file));
    return EXIT.done;
  });
}

/** Does the work of a command on a folder's workspace and closes it. */
export async function withWorkspace(
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
  work: (workspace: Workspace) => Promise<ExitCode>,
): Promise<ExitCode> {
  const tools = { ...assembly, now: () => new Date().toISOString() };
  const opened = await openForWork(folder, tools, (problem) => noteTrouble(terminal, problem));
  if (!opened.ok) return refuse(terminal, opened.trouble);
  try {
    return await work(opened.value);
  } catch (error) {
    return refuse(terminal, storeTrouble(error, opened.value.file));
  } finally {
    closeWorkspace(opened.value);
  }
}

/** The same for a command that brings nothing in: the workspace must be there, none is made. */
export async function withPresent(...[folder, assembly, terminal, work]: Parameters<typeof withWorkspace>) {
  const file = join(folder, DATABASE_NAME);
  return existsSync(file)
    ? withWorkspace(folder, assembly, terminal, work)
    : refuse(terminal, noWorkspace(file));
}

/** The trouble of a folder without a workspace. */
export function noWorkspace(file: string): Trouble {
  return trouble('not-found', '这里还没有工作区。', 'There is no workspace here yet.', { file });
}
