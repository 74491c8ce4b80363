import { allNodes, type CommandNode } from './command-tree.ts';

/** What a manual says besides the commands. */
export interface ManualWords {
  readonly tagline: string;
  readonly name: string;
  readonly synopsis: string;
  readonly description: string;
  readonly commands: string;
  readonly exitStatus: string;
  /** Each status with what it means. */
  readonly statuses: readonly (readonly [number, string])[];
  readonly environment: string;
  /** Each variable with what it does. */
  readonly variables: readonly (readonly [string, string])[];
  readonly files: string;
  readonly places: readonly (readonly [string, string])[];
}

/** The manual page of a program in roff, section 1. */
export function manualPage(tree: CommandNode, version: string, words: ManualWords): string {
  const [name] = tree.path as [string];
  const commands = allNodes(tree).filter(({ below }) => below.length === 0);
  return `${[
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" ""`,
    '.ad l',
    '.nh',
    `.SH ${words.name}`,
    `${name} \\- ${roff(words.tagline)}`,
    `.SH ${words.synopsis}`,
    ...commands.flatMap((node) => [`.B ${roff(node.path.join(' '))}`, roff(usageOf(node)), '.br']),
    `.SH ${words.description}`,
    roff(tree.description),
    `.SH ${words.commands}`,
    ...commands.flatMap(commandLines),
    `.SH ${words.exitStatus}`,
    ...terms(words.statuses.map(([status, meaning]) => [String(status), meaning])),
    `.SH ${words.environment}`,
    ...terms(words.variables),
    `.SH ${words.files}`,
    ...terms(words.places),
  ].join('\n')}\n`;
}

function usageOf({ arguments: wanted }: CommandNode): string {
  return ['[OPTION]...', ...wanted.map(({ name }) => name)].join(' ');
}

function commandLines(node: CommandNode): readonly string[] {
  const { path, description, arguments: wanted, options } = node;
  return [
    `.SS ${roff([path.slice(1).join(' '), ...wanted.map(({ name }) => name)].join(' '))}`,
    roff(description),
    ...terms(wanted.map(({ name, description: said }) => [name, said])),
    ...terms(
      options.map(({ flags, description: said, choices }) => [
        flags,
        choices.length === 0 ? said : `${said} [${choices.join('|')}]`,
      ]),
    ),
  ];
}

function terms(rows: readonly (readonly [string, string])[]): readonly string[] {
  return rows.flatMap(([term, said]) => ['.TP', `.B ${roff(term)}`, roff(said)]);
}

/** Text as roff prints it: no sign of it is a command. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .split('\n')
    .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line))
    .join('\n');
}
