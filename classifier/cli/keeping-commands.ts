import type { Command } from 'commander';
import type { Strings } from './strings/index.ts';
import { type DataOption, subcommand } from './subcommand.ts';
import type { ExitCode } from './terminal.ts';

/** The work behind the commands that keep a workspace in order. */
export interface KeepingActions {
  dbInfo(options: { readonly json: boolean } & DataOption): Promise<ExitCode>;
  dbCheck(options: DataOption): Promise<ExitCode>;
  dbBackup(file: string, options: DataOption): Promise<ExitCode>;
  dbRestore(file: string, options: DataOption): Promise<ExitCode>;
  dbSalvage(file: string, options: { readonly out?: string }): Promise<ExitCode>;
  dbCompact(options: DataOption): Promise<ExitCode>;
  dbRecount(options: DataOption): Promise<ExitCode>;
}

/** Adds `jianwen db …`. */
export function addKeepingCommands(
  program: Command,
  strings: Strings,
  actions: KeepingActions,
  ended: (status: ExitCode) => void,
): void {
  const db = subcommand(program, 'db', strings.db, strings);
  subcommand(db, 'info', strings.dbInfo, strings)
    .option('--json', strings.modelJson, false)
    .option('--data <dir>', strings.data)
    .action(async (options: { json: boolean } & DataOption) => ended(await actions.dbInfo(options)));
  subcommand(db, 'check', strings.dbCheck, strings)
    .option('--data <dir>', strings.data)
    .action(async (options: DataOption) => ended(await actions.dbCheck(options)));
  subcommand(db, 'backup', strings.dbBackup, strings)
    .argument('<FILE>', strings.dbBackupFile)
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: DataOption) => ended(await actions.dbBackup(file, options)));
  subcommand(db, 'restore', strings.dbRestore, strings)
    .argument('<FILE>', strings.dbRestoreFile)
    .option('--data <dir>', strings.data)
    .action(async (file: string, options: DataOption) => ended(await actions.dbRestore(file, options)));
  subcommand(db, 'salvage', strings.dbSalvage, strings)
    .argument('<FILE>', strings.dbSalvageFile)
    .option('--out <file>', strings.dbSalvageOut)
    .action(async (file: string, options: { out?: string }) => ended(await actions.dbSalvage(file, options)));
  subcommand(db, 'compact', strings.dbCompact, strings)
    .option('--data <dir>', strings.data)
    .action(async (options: DataOption) => ended(await actions.dbCompact(options)));
  subcommand(db, 'recount', strings.dbRecount, strings)
    .option('--data <dir>', strings.data)
    .action(async (options: DataOption) => ended(await actions.dbRecount(options)));
}
