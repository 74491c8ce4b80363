import type { Assembly } from '#classifier/desk/assemble.ts';
import { countForGood, forgetForGood } from '#classifier/desk/forget-for-good.ts';
import { listFeeds } from '#classifier/store/feeds.ts';
import { type Doomed, isThere } from '#classifier/store/forgetting.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, type Terminal } from '../terminal.ts';
import { withPresent } from './labels.ts';

export interface FeedDeleteOptions {
  readonly keepLabels: boolean;
  readonly yes: boolean;
}

/** `jianwen feed delete LIST`: by its number or its name. Without `--yes` it says what would go. */
export async function feedDeleteCommand(
  which: string,
  { keepLabels, yes }: FeedDeleteOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async (workspace) => {
    const found = listFeeds(workspace.db).filter(({ id, name }) => String(id) === which || name === which);
    const [feed] = found;
    if (feed === undefined || found.length > 1) {
      note(terminal, fill(terminal.strings.feedDeleteWhich, which, found.length));
      return EXIT.nothingDone;
    }
    const doomed = { kind: 'feed', feedId: feed.id, withLabels: !keepLabels } as const;
    return forgetIfSure(workspace, doomed, yes, terminal);
  });
}

/** `jianwen label forget --annotator NAME`. Without `--yes` it says what would go. */
export async function labelForgetCommand(
  { annotator, yes }: { readonly annotator: string; readonly yes: boolean },
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, (workspace) =>
    forgetIfSure(workspace, { kind: 'annotator', annotator }, yes, terminal),
  );
}

async function forgetIfSure(
  workspace: Workspace,
  doomed: Doomed,
  isSure: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const { strings } = terminal;
  if (!isThere(workspace, doomed)) {
    note(terminal, strings.forgetNothing);
    return EXIT.nothingDone;
  }
  if (!isSure) {
    const { headlines, labels, work, views, backups } = countForGood(workspace, doomed);
    note(terminal, fill(strings.forgetSure, headlines, labels, work, views, backups));
    return EXIT.nothingDone;
  }
  const forgotten = await forgetForGood(workspace, doomed);
  if (!forgotten.ok) {
    noteTrouble(terminal, forgotten.trouble);
    return EXIT.someLinesBad;
  }
  const { headlines, labels, work, views, backups } = forgotten.value;
  note(terminal, fill(strings.forgetDone, headlines, labels, work, views, backups));
  return EXIT.done;
}
