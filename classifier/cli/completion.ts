import { allNodes, type CommandNode } from './command-tree.ts';

/** Shells for which there is completion. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that teaches a shell the commands, options and choices of a program. Files are completed wherever one may stand. */
export function completionScript(shell: Shell, tree: CommandNode): string {
  if (shell === 'fish') return fishScript(tree);
  return shell === 'bash' ? bashScript(tree) : zshScript(tree);
}

function bashScript(tree: CommandNode): string {
  const [name] = tree.path as [string];
  const nodes = allNodes(tree);
  const steps = nodes.slice(1).map(({ path }) => `${quoted(path.join(' '))}) path="$path $word" ;;`);
  const values = nodes.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ long, choices }) => {
        const words =
          choices.length === 0 ? '' : `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur")); `;
        return `${quoted(`${path.join(' ')} ${long}`)}) ${words}return ;;`;
      }),
  );
  const words = nodes.map(
    ({ path, options, below }) =>
      `${quoted(path.join(' '))}) words=${quoted([...below.map((node) => node.path.at(-1)), ...options.map(({ long }) => long)].join(' '))} ;;`,
  );
  return `# ${name} completion for bash: put "source <(${name} completion bash)" into ~/.bashrc
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path=${name} words='' word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${indented(steps, 6)}
    esac
  done
  case "$path $prev" in
${indented(values, 4)}
  esac
  case "$path" in
${indented(words, 4)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _${name} ${name}
`;
}

/** Zsh reads completion functions of bash. */
function zshScript(tree: CommandNode): string {
  const [name] = tree.path as [string];
  return `#compdef ${name}
# ${name} completion for zsh: put "source <(${name} completion zsh)" into ~/.zshrc, below compinit
autoload -U +X bashcompinit && bashcompinit
${bashScript(tree).split('\n').slice(1).join('\n')}`;
}

function fishScript(tree: CommandNode): string {
  const [name] = tree.path as [string];
  const nodes = allNodes(tree);
  const lines = nodes.flatMap(({ path, options, below }) => {
    const here = `complete -c ${name} -n ${quoted(`test (__${name}_path) = '${path.join(' ')}'`)}`;
    return [
      ...below.map((node) => `${here} -f -a ${node.path.at(-1)} -d ${quoted(node.description)}`),
      ...options.map(({ long, takesValue, choices, description }) => {
        const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
        return `${here} -l ${long.replace(/^--/, '')}${value} -d ${quoted(description)}`;
      }),
    ];
  });
  const steps = nodes.slice(1).map(({ path }) => `case ${quoted(path.join(' '))}`);
  return `# ${name} completion for fish: ${name} completion fish > ~/.config/fish/completions/${name}.fish
function __${name}_path
  set -l path ${name}
  for word in (commandline -opc)[2..-1]
    switch "$path $word"
${indented(
  steps.flatMap((step) => [step, '  set path "$path $word"']),
  6,
)}
    end
  end
  echo $path
end
${lines.join('\n')}
`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, (sign) => (sign === "'" ? `'\\''` : sign))}'`;
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
