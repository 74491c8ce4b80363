import type { Assembly } from '#classifier/desk/assemble.ts';
import { exportLabels, importLabels } from '#classifier/desk/label-files.ts';
import { openWorkspace } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { closeWorkspace, type Workspace } from '#classifier/store/workspace.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal } from '../terminal.ts';

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

/** `jianwen export FILE`. */
export async function exportCommand(
  file: string,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withWorkspace(folder, assembly, terminal, async (workspace) => {
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
  const opened = openWorkspace(folder, { ...assembly, now: () => new Date().toISOString() });
  if (!opened.ok) return refuse(terminal, opened.trouble);
  try {
    return await work(opened.value);
  } catch (error) {
    return refuse(terminal, storeTrouble(error, opened.value.file));
  } finally {
    closeWorkspace(opened.value);
  }
}
