import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { dataFolder } from '#classifier/desk/data-folder.ts';
import { findResources } from '#classifier/desk/find-resources.ts';
import { ending } from './ending.ts';
import { createProgram } from './program.ts';
import { languageOf } from './strings/index.ts';
import { type ExitCode, noteTrouble, refuse, terminalOf } from './terminal.ts';

const terminal = terminalOf(process, languageOf(process.env));
const resources = findResources(import.meta.dirname);

/** Does the work of a command on the folder named by --data: its rules count, also where it has no workspace yet. */
async function inFolder(
  asked: string | undefined,
  work: (assembly: Assembly, folder: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = dataFolder(asked, process.env);
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) return refuse(terminal, assembled.trouble);
  for (const problem of assembled.value.troubles) noteTrouble(terminal, problem);
  return work(assembled.value, folder);
}

/** The program of a thread, as source or as it was built. */
function threadProgram(name: string): URL {
  return pathToFileURL(join(import.meta.dirname, `${name}${extname(import.meta.filename)}`));
}

/** A Ctrl-C may come more than once: from the terminal and from the process that started this one. */
const ONE_PRESS_MS = 500;

/** Aborted by the first Ctrl-C; the next one, some time later, kills. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    process.stdin.destroy();
    setTimeout(() => {
      for (const signal of signals) process.off(signal, stop);
    }, ONE_PRESS_MS).unref();
  };
  for (const signal of signals) process.on(signal, stop);
  return controller.signal;
}

const program = createProgram(terminal, {
  score: (files, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { scoreCommand } = await import('./commands/score.ts');
      const worker = threadProgram('score-worker');
      const tools = { assembly, folder, resources, terminal, worker, stop: stopSignal() };
      return scoreCommand(files, options, tools);
    }),
  importFiles: (files, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { importCommand } = await import('./commands/import.ts');
      return importCommand(files, options, folder, assembly, terminal);
    }),
  labelImport: (file, { data }) =>
    inFolder(data, async (assembly, folder) => {
      const { labelImportCommand } = await import('./commands/labels.ts');
      return labelImportCommand(file, folder, assembly, terminal);
    }),
  labelForget: ({ data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { labelForgetCommand } = await import('./commands/forget.ts');
      return labelForgetCommand(options, folder, assembly, terminal);
    }),
  feedDelete: (which, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedDeleteCommand } = await import('./commands/forget.ts');
      return feedDeleteCommand(which, options, folder, assembly, terminal);
    }),
  labelExport: (file, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { labelExportCommand } = await import('./commands/labels.ts');
      return labelExportCommand(file, options, folder, assembly, terminal);
    }),
  labelNext: (file, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { labelNextCommand } = await import('./commands/label-next.ts');
      return labelNextCommand(file, options, folder, assembly, terminal);
    }),
  exportLabels: (file, { data }) =>
    inFolder(data, async (assembly, folder) => {
      const { exportCommand } = await import('./commands/labels.ts');
      return exportCommand(file, folder, assembly, terminal);
    }),
  evaluate: ({ data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { evalCommand } = await import('./commands/eval.ts');
      const worker = threadProgram('train-worker');
      return evalCommand(options, { assembly, folder, resources, terminal, worker });
    }),
  modelExport: (file, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { modelExportCommand } = await import('./commands/model.ts');
      return modelExportCommand(file, options, { assembly, folder, resources }, terminal);
    }),
  modelImport: async (file, { data, ...options }) => {
    const { modelImportCommand } = await import('./commands/model.ts');
    return modelImportCommand(file, options, { folder: dataFolder(data, process.env), resources }, terminal);
  },
  modelShow: async (file, { data, json }) => {
    const { modelShowCommand } = await import('./commands/model.ts');
    return modelShowCommand(file, json, dataFolder(data, process.env), terminal);
  },
  dbInfo: async ({ data, json }) => {
    const { dbInfoCommand } = await import('./commands/db.ts');
    return dbInfoCommand(json, dataFolder(data, process.env), terminal);
  },
  dbCheck: ({ data }) =>
    inFolder(data, async (assembly, folder) => {
      const { dbCheckCommand } = await import('./commands/db.ts');
      return dbCheckCommand(folder, assembly, terminal);
    }),
  dbBackup: async (file, { data }) => {
    const { dbBackupCommand } = await import('./commands/db.ts');
    return dbBackupCommand(file, dataFolder(data, process.env), terminal);
  },
  dbRestore: async (file, { data }) => {
    const { dbRestoreCommand } = await import('./commands/db.ts');
    return dbRestoreCommand(file, dataFolder(data, process.env), terminal);
  },
  dbSalvage: async (file, { out = null }) => {
    const { dbSalvageCommand } = await import('./commands/db.ts');
    return dbSalvageCommand(file, out, terminal);
  },
  dbCompact: async ({ data }) => {
    const { dbCompactCommand } = await import('./commands/db.ts');
    return dbCompactCommand(dataFolder(data, process.env), terminal);
  },
  dbRecount: ({ data }) =>
    inFolder(data, async (assembly, folder) => {
      const { dbRecountCommand } = await import('./commands/db.ts');
      return dbRecountCommand(folder, assembly, terminal);
    }),
  feedsAdd: (addresses, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedsAddCommand } = await import('./commands/feeds.ts');
      return feedsAddCommand(addresses, options, folder, assembly, terminal);
    }),
  feedsList: ({ data, json }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedsListCommand } = await import('./commands/feeds.ts');
      return feedsListCommand(json, folder, assembly, terminal);
    }),
  feedsRemove: (which, { data }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedsRemoveCommand } = await import('./commands/feeds.ts');
      return feedsRemoveCommand(which, folder, assembly, terminal);
    }),
  feedsPause: (which, paused, { data }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedsPauseCommand } = await import('./commands/feeds.ts');
      return feedsPauseCommand(which, paused, folder, assembly, terminal);
    }),
  feedsPoll: (which, { data }) =>
    inFolder(data, async (assembly, folder) => {
      const { feedsPollCommand } = await import('./commands/feeds.ts');
      return feedsPollCommand(which, folder, assembly, terminal);
    }),
  watch: (sources, { data, ...options }) =>
    inFolder(data, async (assembly, folder) => {
      const { watchCommand } = await import('./commands/watch.ts');
      return watchCommand(sources, options, { assembly, folder, resources, terminal, stop: stopSignal() });
    }),
  rulesList: ({ format, data }) =>
    inFolder(data, async ({ rules }) => {
      const { rulesListCommand } = await import('./commands/rules-list.ts');
      return rulesListCommand(format, rules, terminal);
    }),
  rulesCheck: (corpus, { json, data }) =>
    inFolder(data, async (assembly) => {
      const { rulesCheckCommand } = await import('./commands/rules-check.ts');
      return rulesCheckCommand(corpus, json, assembly, terminal);
    }),
});

process.exitCode = await ending(() => program(process.argv), terminal);
// A reader that waits for more input would keep the process.
process.stdin.destroy();
