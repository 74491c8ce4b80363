import type { Command } from 'commander';

/** A command with its options, arguments and the commands below it, as help, completion and manual need them. */
export interface CommandNode {
  /** From the program's name on, e.g. `['jianwen', 'feeds', 'add']`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly {
    readonly flags: string;
    readonly long: string;
    readonly short: string | null;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
    readonly description: string;
  }[];
  readonly arguments: readonly { readonly name: string; readonly description: string }[];
  readonly below: readonly CommandNode[];
}

/** The tree of a program, taken from commander itself, so that nothing is ever missing from it. */
export function commandTree(command: Command, above: readonly string[] = []): CommandNode {
  const path = [...above, command.name()];
  const help = command.createHelp();
  return {
    path,
    description: command.description(),
    options: help.visibleOptions(command).map((option) => ({
      flags: option.flags,
      long: option.long ?? option.flags,
      short: option.short ?? null,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
      description: option.description,
    })),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.required ? argument.name() : `[${argument.name()}]`,
      description: argument.description,
    })),
    below: command.commands.map((child) => commandTree(child, path)),
  };
}

/** All commands of a tree, each before those below it. */
export function allNodes(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.below.flatMap(allNodes)];
}
