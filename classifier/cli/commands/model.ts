import type { Resources } from '#classifier/desk/assemble.ts';
import {
  exportModel,
  importedFile,
  importedModels,
  importModel,
  readModelFile,
} from '#classifier/desk/model-exchange.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';
import { chooseModel, type ModelPlaces } from '../model-choice.ts';
import { fill } from '../strings/index.ts';
import {
  EXIT,
  type ExitCode,
  note,
  noteTrouble,
  printable,
  refuse,
  type Terminal,
  writeData,
} from '../terminal.ts';

export interface ModelExportOptions {
  readonly model?: string;
}

export interface ModelImportOptions {
  readonly as?: string;
  readonly modelKey?: string;
}

/** `jianwen model export FILE`. */
export async function modelExportCommand(
  file: string,
  { model: choice }: ModelExportOptions,
  places: ModelPlaces,
  terminal: Terminal,
): Promise<ExitCode> {
  const chosen = await chooseModel(choice, places);
  if (!chosen.ok) return refuse(terminal, chosen.trouble);
  const exported = exportModel(chosen.value.whole(), file, places, new Date().toISOString());
  if (!exported.ok) return refuse(terminal, exported.trouble);
  const { name, labels, fingerprint } = exported.value;
  note(terminal, fill(terminal.strings.modelExported, name, labels, file, fingerprint));
  return EXIT.done;
}

/** `jianwen model import FILE`. */
export async function modelImportCommand(
  file: string,
  { as: name, modelKey: key }: ModelImportOptions,
  { folder, resources }: { readonly folder: string; readonly resources: Resources },
  terminal: Terminal,
): Promise<ExitCode> {
  const asked = { ...(name === undefined ? {} : { name }), ...(key === undefined ? {} : { key }) };
  const imported = await importModel(file, { folder, resources, ...asked });
  if (!imported.ok) return refuse(terminal, imported.trouble);
  const { name: model, labels, keptAs, fingerprint } = imported.value;
  note(terminal, fill(terminal.strings.modelImported, model, labels, keptAs, fingerprint));
  return EXIT.done;
}

/** `jianwen model show [FILE]`: one model file, or all that were imported. */
export async function modelShowCommand(
  file: string | undefined,
  asJson: boolean,
  folder: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const shown =
    file === undefined
      ? importedModels(folder).map((name) => ({ name, file: importedFile(folder, name) }))
      : [{ name: file, file }];
  let status: ExitCode = EXIT.done;
  for (const { name, file: path } of shown) {
    const read = readModelFile(path);
    if (!read.ok) {
      noteTrouble(terminal, read.trouble);
      status = file === undefined ? EXIT.someLinesBad : EXIT.nothingDone;
      continue;
    }
    const { card, fingerprint } = read.value;
    const { name: model, labels, madeAt, program } = card;
    const line = asJson
      ? writeJsonLine({ as: name, ...card, fingerprint })
      : printable(
          `${name}: ${fill(terminal.strings.modelShown, model, labels, madeAt, program, fingerprint)}\n`,
        );
    writeData(terminal, line);
  }
  return status;
}
