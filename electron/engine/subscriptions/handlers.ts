import { done, type Result } from '#classifier/core/result.ts';
import type { Wish } from '#classifier/desk/subscriptions/subscribe.ts';
import { USUAL_MINUTES } from '#classifier/desk/subscriptions/usual-minutes.ts';
import { shareInterval } from '#classifier/evaluate/share-interval.ts';
import {
  flagHistory,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '#classifier/store/subscriptions.ts';
import type { Arguments } from '#contract/channels.ts';
import type { SubscriptionRequest } from '#contract/names.ts';
import type { SubscriptionView } from '#contract/subscription-views.ts';
import type { Desk } from '../handlers.ts';

type Answer = Result<readonly SubscriptionView[]>;

/** Answers the requests about subscriptions; each with all of them as they are then. */
export const SUBSCRIPTION_HANDLERS: {
  readonly [C in SubscriptionRequest]: (desk: Desk, args: Arguments<C>) => Answer | Promise<Answer>;
} = {
  'subscription.list': all,
  'subscription.add': (desk, wish) => add(desk, wish),
  'subscription.folder': (desk, { path }) =>
    add(desk, { address: path, everyMinutes: USUAL_MINUTES, allowPrivate: false }),
  'subscription.remove': (desk, { id }) => {
    removeSubscription(desk.workspace.db, id);
    desk.poller.changed();
    return all(desk);
  },
  'subscription.pause': (desk, { id, paused }) => {
    pauseSubscription(desk.workspace.db, id, paused, desk.workspace.now());
    desk.poller.changed();
    return all(desk);
  },
  'subscription.poll': (desk, { id }) => {
    desk.poller.poll(id);
    return all(desk);
  },
};

async function add(desk: Desk, wish: Wish): Promise<Answer> {
  const { subscribe } = await import('#classifier/desk/subscriptions/subscribe.ts');
  const added = await subscribe(desk.workspace.db, wish, desk.workspace.now());
  if (!added.ok) return added;
  desk.poller.changed();
  return all(desk);
}

function all(desk: Desk): Answer {
  return done(listSubscriptions(desk.workspace.db).map((one) => subscriptionView(desk, one)));
}

function subscriptionView({ workspace, poller }: Desk, one: Subscription): SubscriptionView {
  const { id, kind, address, name, feedId, everyMinutes, paused, succeededAt, failures, nextPollAt } = one;
  const history = flagHistory(workspace.db, id);
  return {
    ...{ id, kind, address, name, feedId, everyMinutes, paused, succeededAt, failures, nextPollAt },
    trouble: one.trouble?.sentence ?? null,
    isPolling: poller.isPolling(id),
    ...history,
    share: shareInterval(history.confirmed, history.judged),
  };
}
