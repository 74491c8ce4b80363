import type { ReactElement } from 'react';
import type { SubscriptionView } from '#contract/subscription-views.ts';
import { useSay } from '../../strings/use-say.ts';

interface RowProps {
  readonly one: SubscriptionView;
  readonly onShow: (feedId: number) => void;
  readonly onPoll: () => void;
  readonly onPause: (paused: boolean) => void;
  readonly onRemove: () => void;
}

/** One subscription: what it is, how it is, what became of its flags, and what can be done with it. */
export function SubscriptionRow({ one, onShow, onPoll, onPause, onRemove }: RowProps): ReactElement {
  const { say, tell, language } = useSay();
  const { name, address, feedId, paused, trouble, isPolling, items, flagged, judged, confirmed, share } = one;
  const percent = (part: number): string => `${Math.round(part * 100)}%`;
  const health = isPolling
    ? say('subscription.polling')
    : paused
      ? say('subscription.paused')
      : ((trouble && tell(trouble)) ??
        (one.succeededAt === null
          ? say('subscription.new')
          : say('subscription.fine', { time: timeOf(one.succeededAt, language) })));
  return (
    <li className="subscription">
      <div className="subscription-name">
        <strong>{name}</strong>
        {name !== address && <span className="subscription-address">{address}</span>}
      </div>
      <p className={trouble === null || paused ? 'subscription-health' : 'subscription-health is-failing'}>
        {health}
        {!paused &&
          !isPolling &&
          ` · ${say('subscription.next', { time: timeOf(one.nextPollAt, language) })}`}
      </p>
      <p className="subscription-history">
        {say('subscription.history', { items, flagged, judged, confirmed })}
        {share !== null &&
          ` ${say('subscription.share', { value: percent(share.value), low: percent(share.low), high: percent(share.high) })}`}
      </p>
      <div className="subscription-actions">
        {feedId !== null && (
          <button type="button" className="plain-button" onClick={() => onShow(feedId)}>
            {say('subscription.show')}
          </button>
        )}
        <button type="button" className="quiet" disabled={isPolling} onClick={onPoll}>
          {say('subscription.poll')}
        </button>
        <button type="button" className="quiet" onClick={() => onPause(!paused)}>
          {say(paused ? 'subscription.resume' : 'subscription.pause')}
        </button>
        <button type="button" className="quiet" onClick={onRemove}>
          {say('subscription.remove')}
        </button>
      </div>
    </li>
  );
}

function timeOf(time: string, language: string): string {
  return new Date(time).toLocaleString(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
