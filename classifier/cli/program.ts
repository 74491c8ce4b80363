import { availableParallelism } from 'node:os';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { AXES } from '#classifier/core/axis.ts';
import type { CostTable } from '#classifier/core/bands.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { LICENCE, VERSION } from '#classifier/desk/version.ts';
import { GROUPINGS } from '#classifier/evaluate/splits.ts';
import { LABEL_FORMATS } from '#classifier/interchange/data-sets/formats.ts';
import { commandTree } from './command-tree.ts';
import type { EvalOptions } from './commands/eval.ts';
import type { FeedDeleteOptions } from './commands/forget.ts';
import type { ImportOptions } from './commands/import.ts';
import type { LabelNextOptions } from './commands/label-next.ts';
import type { LabelExportOptions } from './commands/labels.ts';
import type { ModelExportOptions, ModelImportOptions } from './commands/model.ts';
import type { ScoreOptions } from './commands/score.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import { addFeedCommands, type FeedActions } from './feed-commands.ts';
import { FORMATS, type Format } from './formats.ts';
import { addKeepingCommands, type KeepingActions } from './keeping-commands.ts';
import { LOGS } from './log.ts';
import { manualPage } from './manual.ts';
import { manualWords } from './manual-words.ts';
import { QUEUE_FORMATS } from './queue-formats.ts';
import { addSourceOptions } from './source-choices.ts';
import { en } from './strings/en.ts';
import { fill, type Strings } from './strings/index.ts';
import { zh } from './strings/zh.ts';
import { type DataOption, localised, subcommand } from './subcommand.ts';
import { EXIT, type ExitCode, noteTrouble, type Terminal } from './terminal.ts';

/** The work behind each command. */
export interface Actions extends FeedActions, KeepingActions {
  score(files: readonly string[], options: ScoreOptions & DataOption): Promise<ExitCode>;
  importFiles(files: readonly string[], options: ImportOptions & DataOption): Promise<ExitCode>;
  labelImport(file: string, options: DataOption): Promise<ExitCode>;
  labelForget(options: { readonly annotator: string; readonly yes: boolean } & DataOption): Promise<ExitCode>;
  feedDelete(which: string, options: FeedDeleteOptions & DataOption): Promise<ExitCode>;
  labelExport(file: string, options: LabelExportOptions & DataOption): Promise<ExitCode>;
  labelNext(file: string, options: LabelNextOptions & DataOption): Promise<ExitCode>;
  exportLabels(file: string, options: DataOption): Promise<ExitCode>;
  evaluate(options: EvalOptions & DataOption): Promise<ExitCode>;
  modelExport(file: string, options: ModelExportOptions & DataOption): Promise<ExitCode>;
  modelImport(file: string, options: ModelImportOptions & DataOption): Promise<ExitCode>;
  modelShow(file: string | undefined, options: { readonly json: boolean } & DataOption): Promise<ExitCode>;
  rulesList(options: { readonly format?: Format } & DataOption): Promise<ExitCode>;
  rulesCheck(corpus: string, options: { readonly json: boolean } & DataOption): Promise<ExitCode>;
}

/** The command `jianwen` with its options and help in the terminal's language. Returns its exit status. */
export function createProgram(
  terminal: Terminal,
  actions: Actions,
): (argv: readonly string[]) => Promise<ExitCode> {
  const { strings } = terminal;
  let status: ExitCode = EXIT.done;
  const program = localised(new Command('jianwen'), strings)
    .description(strings.program)
    .version(`${VERSION} (${LICENCE})`, '-V, --version', strings.version)
    .helpCommand('help [command]', strings.helpCommand)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.data.write(text),
      writeErr: (text) => void terminal.notes.write(text),
      outputError: () => undefined,
    });

  addSourceOptions(subcommand(program, 'score', strings.score, strings), '--input-format', strings)
    .argument('[FILE...]', strings.scoreFiles)
    .addOption(new Option('--format <format>', strings.format).choices(FORMATS))
    .option('--out <file>', strings.out)
    .option('--data <dir>', strings.data)
    .option('--model <model>', strings.model)
    .option('--model-key <fingerprint>', strings.modelKey)
    .addOption(new Option('--min-band <band>', strings.minBand).choices(['check', 'flag']))
    .option('--costs <miss/false/look>', strings.costs, costsFrom)
    .option('--explain', strings.explain, false)
    .option('--clusters', strings.clusters, false)
    .option('--flush [ms]', strings.flush, flushFrom)
    .option('--threads <n>', strings.threads, threadsFrom, availableParallelism())
    .option('--resume', strings.resume, false)
    .addHelpText('after', strings.scoreHelp)
    .action(async (files: string[], options: ScoreOptions & DataOption) => {
      status = await actions.score(files, options);
    });

  addSourceOptions(subcommand(program, 'import', strings.import, strings), '--format', strings)
    .argument('<FILE...>', strings.importFiles)
    .option('--data <dir>', strings.data)
    .addHelpText('after', strings.importHelp)
    .action(async (files: string[], options: ImportOptions & DataOption) => {
      status = await actions.importFiles(files, options);
    });

  const label = subcommand(program, 'label', strings.label, strings);
  subcommand(label, 'import', strings.labelImport, strings)
    .argument('<FILE>', strings.labelFile)
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: DataOption) => {
      status = await actions.labelImport(file, options);
    });

  subcommand(label, 'forget', strings.labelForget, strings)
    .requiredOption('--annotator <name>', strings.labelForgetAnnotator)
    .option('--yes', strings.forgetYes, false)
    .option('--data <dir>', strings.data)
    .action(async (options: { annotator: string; yes: boolean } & DataOption) => {
      status = await actions.labelForget(options);
    });

  const feed = subcommand(program, 'feed', strings.feed, strings);
  subcommand(feed, 'delete', strings.feedDelete, strings)
    .argument('<LIST>', strings.feedDeleteList)
    .option('--keep-labels', strings.feedDeleteKeep, false)
    .option('--yes', strings.forgetYes, false)
    .option('--data <dir>', strings.data)
    .action(async (which: string, options: FeedDeleteOptions & DataOption) => {
      status = await actions.feedDelete(which, options);
    });

  subcommand(label, 'export', strings.labelExport, strings)
    .argument('<FILE>', strings.exportFile)
    .addOption(
      new Option('--format <format>', strings.labelExportFormat).choices(LABEL_FORMATS).default('jianwen'),
    )
    .addOption(new Option('--only <which>', strings.labelExportOnly).choices(['adjudicated', 'random']))
    .option('--from <day>', strings.labelExportFrom, dayFrom)
    .option('--to <day>', strings.labelExportTo, dayFrom)
    .option('--of <list>', strings.labelExportOf)
    .option('--split <share>', strings.labelExportSplit, shareFrom)
    .option('--data <dir>', strings.data)
    .addHelpText('after', strings.labelExportHelp)
    .action(async (file: string, options: LabelExportOptions & DataOption) => {
      status = await actions.labelExport(file, options);
    });

  subcommand(label, 'next', strings.labelNext, strings)
    .argument('<FILE>', strings.labelNextFile)
    .option('--count <n>', strings.labelNextCount, countFrom, 20)
    .addOption(new Option('--format <format>', strings.labelNextFormat).choices(QUEUE_FORMATS))
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: LabelNextOptions & DataOption) => {
      status = await actions.labelNext(file, options);
    });

  subcommand(program, 'export', strings.export, strings)
    .argument('<FILE>', strings.exportFile)
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: DataOption) => {
      status = await actions.exportLabels(file, options);
    });

  subcommand(program, 'eval', strings.eval, strings)
    .requiredOption('--train <file>', strings.evalTrain, (file: string, files: string[] = []) => [
      ...files,
      file,
    ])
    .option('--test <file>', strings.evalTest)
    .option('--cv <folds>', strings.evalCv, foldsFrom)
    .addOption(new Option('--group <grouping>', strings.evalGroup).choices(GROUPINGS).default('none'))
    .addOption(new Option('--axis <axis>', strings.evalAxis).choices(AXES))
    .option('--costs <miss/false/look>', strings.costs, costsFrom)
    .option('--json', strings.evalJson, false)
    .option('--data <dir>', strings.rulesData)
    .action(async (options: EvalOptions & DataOption) => {
      status = await actions.evaluate(options);
    });

  const model = subcommand(program, 'model', strings.modelCommand, strings);
  subcommand(model, 'export', strings.modelExport, strings)
    .argument('<FILE>', strings.modelExportFile)
    .addOption(new Option('--model <model>', strings.modelExportModel).choices(['workspace', 'starter']))
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: ModelExportOptions & DataOption) => {
      status = await actions.modelExport(file, options);
    });

  subcommand(model, 'import', strings.modelImport, strings)
    .argument('<FILE>', strings.modelFile)
    .option('--as <name>', strings.modelAs)
    .option('--model-key <fingerprint>', strings.modelKey)
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: ModelImportOptions & DataOption) => {
      status = await actions.modelImport(file, options);
    });

  subcommand(model, 'show', strings.modelShow, strings)
    .argument('[FILE]', strings.modelFile)
    .option('--json', strings.modelJson, false)
    .option('--data <dir>', strings.data)
    .action(async (file: string | undefined, options: { json: boolean } & DataOption) => {
      status = await actions.modelShow(file, options);
    });

  const rules = subcommand(program, 'rules', strings.rules, strings);
  subcommand(rules, 'list', strings.rulesList, strings)
    .addOption(new Option('--format <format>', strings.rulesFormat).choices(FORMATS))
    .option('--data <dir>', strings.rulesData)
    .action(async (options: { format?: Format } & DataOption) => {
      status = await actions.rulesList(options);
    });

  subcommand(rules, 'check', strings.rulesCheck, strings)
    .argument('<CORPUS>', strings.rulesCorpus)
    .option('--json', strings.rulesJson, false)
    .option('--data <dir>', strings.rulesData)
    .action(async (corpus: string, options: { json: boolean } & DataOption) => {
      status = await actions.rulesCheck(corpus, options);
    });

  addFeedCommands(program, strings, actions, (ended) => {
    status = ended;
  });

  addKeepingCommands(program, strings, actions, (ended) => {
    status = ended;
  });
  subcommand(program, 'completion', strings.completion, strings)
    .addArgument(new Argument('<SHELL>', strings.completionShell).choices(SHELLS))
    .action((shell: Shell) => {
      terminal.data.write(completionScript(shell, commandTree(program)));
    });
  subcommand(program, 'man', strings.man, strings).action(() => {
    terminal.data.write(manualPage(commandTree(program), VERSION, manualWords(terminal.language)));
  });
  addLogOption(program, strings);

  return async (argv) => {
    try {
      await program.parseAsync(argv);
      return status;
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) return EXIT.done;
      noteTrouble(terminal, usageTrouble(error));
      return EXIT.nothingDone;
    }
  };
}

/** Every command that does something takes it; it is read before all others, from {@link Terminal.log}. */
function addLogOption(command: Command, strings: Strings): void {
  if (command.commands.length === 0)
    command.addOption(new Option('--log <format>', strings.log).choices(LOGS));
  for (const child of command.commands) addLogOption(child, strings);
}

function foldsFrom(text: string): 'loo' | number {
  const folds = Number(text);
  if (text === 'loo') return text;
  if (!Number.isInteger(folds) || folds < 2) throw new InvalidArgumentError(text);
  return folds;
}

/** Milliseconds that lines may wait; none means that none waits. */
function flushFrom(text: string): number {
  const delay = Number(text);
  if (!Number.isInteger(delay) || delay < 0 || delay > 3_600_000) throw new InvalidArgumentError(text);
  return delay;
}

/** A number of threads; more than 64 help nobody. */
function threadsFrom(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new InvalidArgumentError(text);
  return threads;
}

/** A day, e.g. 2026-01-02. */
function dayFrom(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay) throw new InvalidArgumentError(text);
  return text;
}

/** A share between 0 and 1, e.g. 0.2. */
function shareFrom(text: string): number {
  const share = Number(text);
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError(text);
  return share;
}

/** How many headlines to pick. */
function countFrom(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError(text);
  return count;
}

/** A cost table as three numbers above zero, e.g. `10/4/1`. */
function costsFrom(text: string): CostTable {
  const [miss = 0, falseAlarm = 0, look = 0, ...more] = text.split('/').map(Number);
  const isCost = (cost: number): boolean => cost > 0 && Number.isFinite(cost);
  if (more.length > 0 || ![miss, falseAlarm, look].every(isCost)) throw new InvalidArgumentError(text);
  return { miss, falseAlarm, look };
}

/** What is wrong with the words of the command; commander quotes the word in question. */
function usageTrouble({ code, message }: CommanderError): Trouble {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  return trouble('request-invalid', usageSentence(code, word, zh), usageSentence(code, word, en));
}

function usageSentence(code: string, word: string, strings: Strings): string {
  const sentences: Record<string, string> = {
    'commander.unknownCommand': strings.unknownCommand,
    'commander.unknownOption': strings.unknownOption,
    'commander.missingArgument': strings.missingArgument,
    'commander.optionMissingArgument': strings.optionMissingArgument,
    'commander.invalidArgument': strings.invalidArgument,
    'commander.excessArguments': strings.excessArguments,
    'commander.missingMandatoryOptionValue': strings.missingArgument,
    'commander.help': strings.missingCommand,
  };
  return fill(sentences[code] ?? strings.badUsage, word);
}
