import { takeLookSteps } from '#classifier/desk/subscriptions/take-look.ts';
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
  const looker = createLooker(poll);
  const polling = new Set<number>();
  /** Those in which something has changed while they were looked at. */
  const waiting = new Set<number>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(subscription: Subscription): Promise<void> {
    if (polling.has(subscription.id)) return void waiting.add(subscription.id);
    polling.add(subscription.id);
    try {
      const found = await looker.look(subscription.id, subscription);
      const present = isStopped ? undefined : findSubscription(workspace.db, subscription.id);
      if (present === undefined) return;
      const taken = await inTurns(untilStopped(takeLookSteps(workspace, present, found, Math.random())));
      if (taken === null) return;
      const { feed, added } = taken;
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
      if (!isStopped && waiting.delete(subscription.id)) poll(subscription.id);
      plan();
    }
  }

  /** What is closed meanwhile takes no more steps; the next look finds the rest. */
  function* untilStopped<T>(steps: Generator<void, T>): Generator<void, T | null> {
    for (;;) {
      if (isStopped) return null;
      const step = steps.next();
      if (step.done) return step.value;
      yield;
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
    const folders = listSubscriptions(workspace.db).filter(
      ({ kind, paused }) => kind === 'folder' && !paused,
    );
    looker.watch(folders.map(({ id, address }) => ({ id, address })));
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
      await looker.stop();
    },
  };
}
