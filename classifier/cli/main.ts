import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { dataFolder } from '#classifier/desk/data-folder.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand, labelImportCommand } from './commands/labels.ts';
import { rulesCheckCommand } from './commands/rules-check.ts';
import { scoreCommand } from './commands/score.ts';
import { createProgram } from './program.ts';
import { findResources } from './resources.ts';
import { languageOf } from './strings/index.ts';
import { type ExitCode, noteTrouble, refuse, terminalOf } from './terminal.ts';

const terminal = terminalOf(process, languageOf(process.env));

/** Does the work of a command on the folder named by --data: its rules count, also where it has no workspace yet. */
async function inFolder(
  asked: string | undefined,
  work: (assembly: Assembly, folder: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = dataFolder(asked, process.env);
  const assembled = await assemble(findResources(import.meta.dirname), folder);
  if (!assembled.ok) return refuse(terminal, assembled.trouble);
  for (const problem of assembled.value.troubles) noteTrouble(terminal, problem);
  return work(assembled.value, folder);
}

process.exitCode = await createProgram(terminal, {
  score: (files, { data, ...options }) =>
    inFolder(data, (assembly, folder) => scoreCommand(files, options, folder, assembly, terminal)),
  labelImport: (file, { data }) =>
    inFolder(data, (assembly, folder) => labelImportCommand(file, folder, assembly, terminal)),
  exportLabels: (file, { data }) =>
    inFolder(data, (assembly, folder) => exportCommand(file, folder, assembly, terminal)),
  evaluate: (options) => inFolder(undefined, (assembly) => evalCommand(options, assembly, terminal)),
  rulesCheck: (corpus, { json }) =>
    inFolder(undefined, (assembly) => rulesCheckCommand(corpus, json, assembly, terminal)),
})(process.argv);
