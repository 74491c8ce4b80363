import type { subscriptionZh } from './subscription-zh.ts';

/** The words of subscriptions, in English. */
export const subscriptionEn: Record<keyof typeof subscriptionZh, string> = {
  'subscription.title': 'Subscriptions',
  'subscription.lead':
    'New headlines of RSS, Atom and JSON Feed addresses, or new files of a folder, fetched on a schedule and scored at once. Without a subscription nothing goes to the network.',
  'subscription.none': 'There are no subscriptions yet.',
  'subscription.address': 'Address',
  'subscription.every': 'Every',
  'subscription.minutes': '{{minutes}} minutes',
  'subscription.private': 'This address is of this machine or of a private network',
  'subscription.add': 'Subscribe',
  'subscription.folder': 'Subscribe to a folder…',
  'subscription.polling': 'Looking…',
  'subscription.paused': 'Paused',
  'subscription.new': 'Not looked at yet',
  'subscription.fine': 'In order, last {{time}}',
  'subscription.next': 'next {{time}}',
  'subscription.history':
    'Headlines {{items}}, flagged {{flagged}}; of these judged {{judged}}, confirmed {{confirmed}}',
  'subscription.share': '({{value}}, 95% interval {{low}}–{{high}})',
  'subscription.show': 'Open list',
  'subscription.poll': 'Look now',
  'subscription.pause': 'Pause',
  'subscription.resume': 'Resume',
  'subscription.remove': 'Unsubscribe',
  'subscription.open': 'Subscriptions',
};
