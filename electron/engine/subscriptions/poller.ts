import { takeLookSteps } from '#classifier/desk/subscriptions/take-look.ts';
import { findSubscription, listSubscriptions, type Subscription } from '#classifier/store/subscriptions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { SubscriptionNews } from '#contract/subscription-views.ts';
import { inTurns } from '../lists/in-turns.ts';
import { createLooker, type Looker } from './looker.ts';

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

/** What a poller looks with, and its clock, in milliseconds. */
export interface PollerParts {
  readonly createLooker: (onChange: (id: number) => void) => Looker;
  readonly now: () => number;
}

/** A subscription that is left alone as its last look could not be stored. */
interface Rest {
  readonly until: number;
  readonly wait: number;
}

/** The clock of the machine may jump, as after sleep; then this is the longest that anybody waits. */
const LONGEST_TIMER = 60_000;
/** The first rest after a look that could not be stored; each that follows doubles, up to the subscription's own pace. */
const FIRST_REST = 60_000;
/** Flagged headlines that are named in a notification. */
const NAMED = 3;

/** Starts polling. */
export function createPoller(
  { workspace, onNews, report }: PollerTools,
  parts: PollerParts = { createLooker, now: Date.now },
): Poller {
  const looker = parts.createLooker(pollAgain);
  const polling = new Set<number>();
  /** Those in which something has changed while they were looked at. */
  const waiting = new Set<number>();
  /** By address. What the store could not take down is known here alone. */
  const resting = new Map<string, Rest>();
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
      resting.delete(present.address);
      const { feed, added } = taken;
      const flagged = added.filter(({ band }) => band === 'flag').map(({ text }) => text);
      polling.delete(subscription.id);
      const { id } = present;
      const name = findSubscription(workspace.db, id)?.name ?? present.name;
      const named = { flagged: flagged.slice(0, NAMED), flaggedCount: flagged.length };
      onNews({ id, name, feedId: feed?.id ?? null, added: added.length, ...named });
    } catch (error) {
      putOff(subscription);
      report(error);
    } finally {
      polling.delete(subscription.id);
      if (!isStopped && waiting.delete(subscription.id)) pollAgain(subscription.id);
      plan();
    }
  }

  function putOff({ address, everyMinutes }: Subscription): void {
    const longest = Math.max(FIRST_REST, everyMinutes * 60_000);
    const wait = Math.min(longest, 2 * (resting.get(address)?.wait ?? FIRST_REST / 2));
    resting.set(address, { until: parts.now() + wait, wait });
  }

  function dueAt({ address, nextPollAt }: Subscription): number {
    return Math.max(Date.parse(nextPollAt), resting.get(address)?.until ?? 0);
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

  /** Looks at what is due, and waits for what is due next. */
  function plan(): void {
    clearTimeout(timer);
    if (isStopped) return;
    try {
      const wait = lookAtDue();
      if (wait !== null) timer = setTimeout(plan, Math.min(LONGEST_TIMER, wait)).unref();
    } catch (error) {
      report(error);
      timer = setTimeout(plan, LONGEST_TIMER).unref();
    }
  }

  /** Milliseconds until the next one is due; null where none is. */
  function lookAtDue(): number | null {
    const now = parts.now();
    const active = listSubscriptions(workspace.db).filter(({ id, paused }) => !paused && !polling.has(id));
    const later = active.map(dueAt).filter((due) => due > now);
    for (const one of active) if (dueAt(one) <= now) void look(one);
    return later.length === 0 ? null : Math.min(...later) - now;
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

  /** Looks once more of its own accord: nobody waits for what the store throws. */
  function pollAgain(id: number): void {
    try {
      poll(id);
    } catch (error) {
      report(error);
    }
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
