import { type Command, InvalidArgumentError, Option } from 'commander';
import { USUAL_MINUTES } from '#classifier/desk/subscriptions/usual-minutes.ts';
import type { FeedsAddOptions } from './commands/feeds.ts';
import type { WatchOptions } from './commands/watch.ts';
import type { Strings } from './strings/index.ts';
import { type DataOption, subcommand } from './subcommand.ts';
import type { ExitCode } from './terminal.ts';

/** The work behind the commands for subscriptions. */
export interface FeedActions {
  feedsAdd(addresses: readonly string[], options: FeedsAddOptions & DataOption): Promise<ExitCode>;
  feedsList(options: { readonly json: boolean } & DataOption): Promise<ExitCode>;
  feedsRemove(which: readonly string[], options: DataOption): Promise<ExitCode>;
  feedsPause(which: readonly string[], paused: boolean, options: DataOption): Promise<ExitCode>;
  feedsPoll(which: readonly string[], options: DataOption): Promise<ExitCode>;
  watch(sources: readonly string[], options: WatchOptions & DataOption): Promise<ExitCode>;
}

/** Adds `jianwen feeds …` and `jianwen watch`. */
export function addFeedCommands(
  program: Command,
  strings: Strings,
  actions: FeedActions,
  ended: (status: ExitCode) => void,
): void {
  const feeds = subcommand(program, 'feeds', strings.feeds, strings);
  subcommand(feeds, 'add', strings.feedsAdd, strings)
    .argument('<ADDRESS...>', strings.feedsAddress)
    .option('--name <name>', strings.feedsName)
    .option('--every <minutes>', strings.feedsEvery, minutesFrom, USUAL_MINUTES)
    .option('--allow-private', strings.feedsAllowPrivate, false)
    .option('--data <dir>', strings.data)
    .action(async (addresses: string[], options: FeedsAddOptions & DataOption) => {
      ended(await actions.feedsAdd(addresses, options));
    });
  subcommand(feeds, 'list', strings.feedsList, strings)
    .option('--json', strings.feedsJson, false)
    .option('--data <dir>', strings.data)
    .action(async (options: { json: boolean } & DataOption) => ended(await actions.feedsList(options)));
  subcommand(feeds, 'remove', strings.feedsRemove, strings)
    .argument('<WHICH...>', strings.feedsWhich)
    .option('--data <dir>', strings.data)
    .action(async (which: string[], options: DataOption) => ended(await actions.feedsRemove(which, options)));
  for (const [name, paused, said] of [
    ['pause', true, strings.feedsPause],
    ['resume', false, strings.feedsResume],
  ] as const) {
    subcommand(feeds, name, said, strings)
      .argument('<WHICH...>', strings.feedsWhich)
      .option('--data <dir>', strings.data)
      .action(async (which: string[], options: DataOption) =>
        ended(await actions.feedsPause(which, paused, options)),
      );
  }
  subcommand(feeds, 'poll', strings.feedsPoll, strings)
    .argument('[WHICH...]', strings.feedsPollWhich)
    .option('--data <dir>', strings.data)
    .action(async (which: string[], options: DataOption) => ended(await actions.feedsPoll(which, options)));

  subcommand(program, 'watch', strings.watch, strings)
    .argument('<SOURCE...>', strings.watchSources)
    .option('--out <file>', strings.watchOut)
    .option('--every <minutes>', strings.feedsEvery, minutesFrom, WATCH_MINUTES)
    .option('--once', strings.watchOnce, false)
    .option('--allow-private', strings.feedsAllowPrivate, false)
    .option('--model <model>', strings.model)
    .option('--model-key <fingerprint>', strings.modelKey)
    .addOption(new Option('--min-band <band>', strings.minBand).choices(['check', 'flag']))
    .option('--explain', strings.explain, false)
    .option('--data <dir>', strings.data)
    .action(async (sources: string[], options: WatchOptions & DataOption) =>
      ended(await actions.watch(sources, options)),
    );
}

const WATCH_MINUTES = 5;
const WEEK = 7 * 24 * 60;

function minutesFrom(text: string): number {
  const minutes = Number(text);
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= WEEK)) throw new InvalidArgumentError(text);
  return minutes;
}
