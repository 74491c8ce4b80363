import { takeLookSteps } from '#classifier/desk/subscriptions/take-look.ts';
import { type FolderWatch, watchFolder } from '#classifier/desk/subscriptions/watch-folder.ts';
import { findSubscription, listSubscriptions, type Subscription } from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { SubscriptionNews } from '#contract/subscription-views.ts';
import { inTurns } from '../lists/in-turns.ts';
import { createLooker } from './looker.ts';

/** Looks at subscriptions when they are due. Without subscriptions nothing is ever asked of the network. */
export interface Poller {
  /** Looks at one now. */
  poll(id: number): void;
  isPolling(id: number): boolean;
  /** To be called when subscriptions were added, removed, paused. */
  changed(): void;
  stop(): Promise<void>;
}

export interface PollerTools {
  readonly workspace: Workspace;
  /** Told after every look. */
  readonly onNews: (news: SubscriptionNews) => void;
  readonly report: (error: unknown) => void;
}

/** The clock of the machine may jump, as after sleep; then this is the longest that anybody waits. */
const LONGEST_TIMER = 60_000;
/** Flagged headlines that are named in a notification. */
const NAMED = 3;

/** Starts polling. */
export function createPoller({ workspace, onNews, report }: PollerTools): Poller {
  const looker = createLooker();
  const polling = new Set<number>();
  const watches = new Map<number, FolderWatch>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(subscription: Subscription): Promise<void> {
    if (polling.has(subscription.id)) return;
    polling.add(subscription.id);
    try {
      const found = await looker.look(subscription.id, subscription);
      const present = isStopped ? undefined : findSubscription(workspace.db, subscription.id);
      if (present === undefined) return;
      const { feed, added } = await inTurns(takeLookSteps(workspace, present, found, Math.random()));
      const flagged = added.filter(({ band }) => band === 'flag').map(({ text }) => text);
      polling.delete(subscription.id);
      const { id } = present;
      const name = findSubscription(workspace.db, id)?.name ?? present.name;
      const named = { flagged: flagged.slice(0, NAMED), flaggedCount: flagged.length };
      onNews({ id, name, feedId: feed?.id ?? null, added: added.length, ...named });
    } catch (error) {
      report(error);
    } finally {
      polling.delete(subscription.id);
      plan();
    }
  }

  function plan(): void {
    clearTimeout(timer);
    if (isStopped) return;
    const now = Date.now();
    const active = listSubscriptions(workspace.db).filter(({ id, paused }) => !paused && !polling.has(id));
    for (const one of active) if (Date.parse(one.nextPollAt) <= now) void look(one);
    const later = active.map(({ nextPollAt }) => Date.parse(nextPollAt)).filter((due) => due > now);
    if (later.length === 0) return;
    timer = setTimeout(plan, Math.min(LONGEST_TIMER, Math.min(...later) - now)).unref();
  }

  function watchFolders(): void {
    const wanted = listSubscriptions(workspace.db).filter(({ kind, paused }) => kind === 'folder' && !paused);
    for (const [id, watch] of watches) {
      if (wanted.some((one) => one.id === id)) continue;
      watches.delete(id);
      void watch.close();
    }
    for (const { id, address } of wanted) {
      if (watches.has(id)) continue;
      const watch = watchFolder(address);
      watches.set(id, watch);
      void follow(id, watch);
    }
  }

  async function follow(id: number, watch: FolderWatch): Promise<void> {
    for (;;) {
      await watch.changed();
      if (isStopped || watches.get(id) !== watch) return;
      poll(id);
    }
  }

  function poll(id: number): void {
    const subscription = findSubscription(workspace.db, id);
    if (subscription !== undefined) void look(subscription);
  }

  function changed(): void {
    watchFolders();
    plan();
  }

  changed();
  return {
    poll,
    isPolling: (id) => polling.has(id),
    changed,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await Promise.all([looker.stop(), ...[...watches.values()].map((watch) => watch.close())]);
    },
  };
}
