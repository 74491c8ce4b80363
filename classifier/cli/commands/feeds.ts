import { resolve } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import { lookAt } from '#classifier/desk/subscriptions/look-at.ts';
import { opmlFeeds } from '#classifier/desk/subscriptions/opml-feeds.ts';
import { subscribe, type Wish } from '#classifier/desk/subscriptions/subscribe.ts';
import { type Taken, takeLook } from '#classifier/desk/subscriptions/take-look.ts';
import { shareInterval } from '#classifier/evaluate/share-interval.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';
import {
  findSubscription,
  flagHistory,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { en } from '../strings/en.ts';
import { fill } from '../strings/index.ts';
import { zh } from '../strings/zh.ts';
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
import { withPresent, withWorkspace } from './labels.ts';

export interface FeedsAddOptions {
  readonly name?: string;
  readonly every: number;
  readonly allowPrivate: boolean;
}

/** `jianwen feeds add ADDRESS…`: each address by itself; one that cannot be subscribed to does not keep the others. */
export async function feedsAddCommand(
  addresses: readonly string[],
  { name, every: everyMinutes, allowPrivate }: FeedsAddOptions,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withWorkspace(folder, assembly, terminal, async ({ db, now }) => {
    let added = 0;
    let refused = 0;
    for (const address of addresses) {
      const wishes = await wishesFor({ address, everyMinutes, allowPrivate, ...(name && { name }) });
      for (const made of wishes.ok ? wishes.value : [wishes]) {
        const subscribed = 'ok' in made ? made : await subscribe(db, made, now());
        if (!subscribed.ok) {
          noteTrouble(terminal, subscribed.trouble);
          refused += 1;
          continue;
        }
        added += 1;
        note(terminal, fill(terminal.strings.feedsAdded, subscribed.value.id, subscribed.value.address));
      }
    }
    if (added === 0) return EXIT.nothingDone;
    return refused === 0 ? EXIT.done : EXIT.someLinesBad;
  });
}

/** An OPML file stands for all of its feeds. */
async function wishesFor(wish: Wish): Promise<Result<readonly Wish[]>> {
  if (!/\.opml$/i.test(wish.address)) return done([wish]);
  const feeds = await opmlFeeds(wish.address);
  return feeds.ok ? done(feeds.value.map((feed) => ({ ...wish, ...feed }))) : feeds;
}

/** `jianwen feeds list`: how each subscription is and what became of its flags. */
export async function feedsListCommand(
  asJson: boolean,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async ({ db }) => {
    const all = listSubscriptions(db);
    if (all.length === 0) note(terminal, terminal.strings.feedsNone);
    for (const one of all) {
      const history = flagHistory(db, one.id);
      const confirmedShare = shareInterval(history.confirmed, history.judged);
      const { seen: _, ...shown } = one;
      const line = asJson
        ? writeJsonLine({ ...shown, ...history, confirmedShare })
        : `${printable(lineOf(one, history, confirmedShare, terminal))}\n`;
      writeData(terminal, line);
    }
    return EXIT.done;
  });
}

function lineOf(
  one: Subscription,
  { items, flagged, judged, confirmed }: ReturnType<typeof flagHistory>,
  share: ReturnType<typeof shareInterval>,
  { strings, language }: Terminal,
): string {
  const percent = (part: number): string => `${Math.round(part * 100)}%`;
  const said =
    share === null
      ? ''
      : fill(strings.feedInterval, percent(share.value), percent(share.low), percent(share.high));
  const health =
    one.trouble?.sentence[language] ?? (one.polledAt === null ? strings.feedNew : strings.feedFine);
  const state = one.paused ? strings.feedPausedMark : health;
  const name = one.name === one.address ? one.address : `${one.name} <${one.address}>`;
  const counts = [items, flagged, judged, confirmed, said] as const;
  return fill(
    strings.feedLine,
    one.id,
    name,
    state,
    one.everyMinutes,
    ...counts,
    one.paused ? '–' : one.nextPollAt,
  );
}

/** `jianwen feeds remove WHICH…`. */
export function feedsRemoveCommand(
  which: readonly string[],
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return forEachOf(which, folder, assembly, terminal, (workspace, { id, name }) => {
    removeSubscription(workspace.db, id);
    note(terminal, fill(terminal.strings.feedsRemoved, name));
  });
}

/** `jianwen feeds pause WHICH…` and `jianwen feeds resume WHICH…`. */
export function feedsPauseCommand(
  which: readonly string[],
  paused: boolean,
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  const { feedsPaused, feedsResumed } = terminal.strings;
  return forEachOf(which, folder, assembly, terminal, (workspace, { id, name }) => {
    pauseSubscription(workspace.db, id, paused, workspace.now());
    note(terminal, fill(paused ? feedsPaused : feedsResumed, name));
  });
}

/** `jianwen feeds poll [WHICH…]`. Exit 1 where some could not be looked at, 2 where none could. */
export async function feedsPollCommand(
  which: readonly string[],
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async (workspace) => {
    const chosen =
      which.length === 0
        ? done(listSubscriptions(workspace.db).filter(({ paused }) => !paused))
        : choose(workspace, which);
    if (!chosen.ok) return refuse(terminal, chosen.trouble);
    if (chosen.value.length === 0) note(terminal, terminal.strings.feedsNone);
    let failures = 0;
    for (const subscription of chosen.value) {
      if (!(await pollToEnd(workspace, subscription, terminal))) failures += 1;
    }
    if (failures === 0) return EXIT.done;
    return failures === chosen.value.length ? EXIT.nothingDone : EXIT.someLinesBad;
  });
}

/** Looks until nothing is left for another look; tells whether the last one went well. */
async function pollToEnd(workspace: Workspace, chosen: Subscription, terminal: Terminal): Promise<boolean> {
  for (let subscription = chosen; ; ) {
    const found = await lookAt(subscription);
    const { added, troubles } = takeLook(workspace, subscription, found, Math.random());
    for (const problem of troubles) noteTrouble(terminal, problem);
    tellAdded(added, subscription.name, workspace.model.name, terminal);
    if (found.kind !== 'read' || !found.hasMore) return found.kind !== 'failed';
    const present = findSubscription(workspace.db, chosen.id);
    // What could not be taken, as another list is being read in, is left for another time.
    if (present?.seen !== found.seen) return true;
    subscription = present;
  }
}

function tellAdded(added: Taken['added'], source: string, model: string, terminal: Terminal): void {
  for (const { text, itemId: id, url, publishedAt, score, band } of added) {
    const jianwen = { score: Math.round(score * 10_000) / 10_000, band, model };
    writeData(terminal, writeJsonLine({ text, id, url, publishedAt, source, jianwen }));
  }
  const flagged = added.filter(({ band }) => band === 'flag').length;
  note(terminal, fill(terminal.strings.feedsPolled, source, added.length, flagged));
}

function forEachOf(
  which: readonly string[],
  folder: string,
  assembly: Assembly,
  terminal: Terminal,
  work: (workspace: Workspace, subscription: Subscription) => void,
): Promise<ExitCode> {
  return withPresent(folder, assembly, terminal, async (workspace) => {
    const chosen = choose(workspace, which);
    if (!chosen.ok) return refuse(terminal, chosen.trouble);
    for (const subscription of chosen.value) work(workspace, subscription);
    return EXIT.done;
  });
}

/** The subscriptions that are meant, by number, address or path, each once; all or none. */
function choose({ db }: Workspace, which: readonly string[]): Result<readonly Subscription[]> {
  const all = listSubscriptions(db);
  const chosen = new Set<Subscription>();
  for (const word of which) {
    const addresses = [word, URL.parse(word)?.href, resolve(word)];
    const found = all.find(({ id, address }) => String(id) === word || addresses.includes(address));
    if (found === undefined)
      return failed(trouble('not-found', fill(zh.feedsNoSuch, word), fill(en.feedsNoSuch, word)));
    chosen.add(found);
  }
  return done([...chosen]);
}
