import type { Command } from 'commander';
import type { Strings } from './strings/index.ts';

/** What the commands on a workspace share: its folder. */
export interface DataOption {
  readonly data?: string;
}

/** A command below another, with its help in the terminal's language. */
export function subcommand(parent: Command, name: string, description: string, strings: Strings): Command {
  return localised(parent.command(name), strings).description(description);
}

/** Puts the words of a help into the terminal’s language. */
export function localised(command: Command, strings: Strings): Command {
  const titles: Record<string, string> = {
    'Usage:': strings.usage,
    'Arguments:': strings.arguments,
    'Options:': strings.options,
    'Commands:': strings.commands,
  };
  return command.helpOption('-h, --help', strings.help).configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : `${description} [${argChoices.join('|')}]`,
    styleUsage: (usage) =>
      usage.replace('[options]', strings.optionsMark).replace('[command]', strings.commandMark),
  });
}
