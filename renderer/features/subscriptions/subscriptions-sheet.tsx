import type { ReactElement } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { useTrouble } from '../status/use-trouble.ts';
import { AddSubscription } from './add-subscription.tsx';
import { SubscriptionRow } from './subscription-row.tsx';
import { useSubscriptions } from './use-subscriptions.ts';

/** Subscriptions: add, pause, look now, remove; how each is and what became of its flags. */
export function SubscriptionsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const { trouble, unwrap } = useTrouble();
  const { all, take } = useSubscriptions(unwrap);
  const { api } = desk;
  return (
    <SheetPage
      title={say('subscription.title')}
      className="subscriptions"
      trouble={trouble}
      onClose={onClose}
    >
      <p className="subscription-lead">{say('subscription.lead')}</p>
      <AddSubscription
        onAdd={(address, everyMinutes, allowPrivate) =>
          take(api.request('subscription.add', { address, everyMinutes, allowPrivate }))
        }
        onFolder={() => void take(api.request('window.subscribe', {}))}
      />
      {all?.length === 0 && <p className="subscription-lead">{say('subscription.none')}</p>}
      <ul className="subscription-list">
        {all?.map((one) => (
          <SubscriptionRow
            key={one.id}
            one={one}
            onShow={(feedId) => {
              onClose();
              desk.showFeed(feedId);
            }}
            onPoll={() => void take(api.request('subscription.poll', { id: one.id }))}
            onPause={(paused) => void take(api.request('subscription.pause', { id: one.id, paused }))}
            onRemove={() => void take(api.request('subscription.remove', { id: one.id }))}
          />
        ))}
      </ul>
    </SheetPage>
  );
}
