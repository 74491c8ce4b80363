import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { dataFolder } from '#classifier/desk/data-folder.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand, labelImportCommand } from './commands/labels.ts';
import { rulesCheckCommand } from './commands/rules-check.ts';
import { scoreCommand } from './commands/score.ts';
import { createProgram } from './program.ts';
import { findResources } from './resources.ts';
import { languageOf } from './strings/index.ts';
import { EXIT, type ExitCode, noteTrouble, terminalOf } from './terminal.ts';

const terminal = terminalOf(process, languageOf(process.env));

async function withAssembly(work: (assembly: Assembly) => Promise<ExitCode>): Promise<ExitCode> {
  const assembled = await assemble(findResources(import.meta.dirname));
  if (!assembled.ok) {
    noteTrouble(terminal, assembled.trouble);
    return EXIT.nothingDone;
  }
  for (const problem of assembled.value.troubles) noteTrouble(terminal, problem);
  return work(assembled.value);
}

const folderOf = (asked: string | undefined): string => dataFolder(asked, process.env);

process.exitCode = await createProgram(terminal, {
  score: (files, { data, ...options }) =>
    withAssembly((assembly) => scoreCommand(files, options, folderOf(data), assembly, terminal)),
  labelImport: (file, { data }) =>
    withAssembly((assembly) => labelImportCommand(file, folderOf(data), assembly, terminal)),
  exportLabels: (file, { data }) =>
    withAssembly((assembly) => exportCommand(file, folderOf(data), assembly, terminal)),
  evaluate: (options) => withAssembly((assembly) => evalCommand(options, assembly, terminal)),
  rulesCheck: (corpus, { json }) =>
    withAssembly((assembly) => rulesCheckCommand(corpus, json, assembly, terminal)),
})(process.argv);
