import type { Trouble } from '#classifier/core/trouble.ts';
import type { EditorsView } from '#contract/desk-views.ts';
import type { ImportOffer } from '#contract/import-channels.ts';
import type { SavedViewView } from '#contract/list-views.ts';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import type { RuleChangesView } from '#contract/reason-views.ts';
import type { FeedView } from '#contract/views.ts';
import {
  EMPTY_QUEUE,
  type QueueAction,
  type QueueState,
  reduceQueue,
} from '../features/queue/queue-state.ts';
import {
  FIRST_SHELL,
  reduceShell,
  type ShellAction,
  type ShellState,
} from '../features/shell/shell-state.ts';
import type { View } from '../features/shell/views.ts';
import {
  EMPTY_STATUS,
  reduceStatus,
  type StatusAction,
  type StatusState,
} from '../features/status/status-state.ts';

/** A rule that was changed last. */
export interface LastRule {
  readonly id: string;
  readonly name: string;
  readonly before: RulePointsChoice;
}

/** All that the window knows. */
export interface DeskState {
  /** Null until the engine has answered for the first time. */
  readonly feeds: readonly FeedView[] | null;
  /** Why the workspace cannot be used; the window then shows nothing else. */
  readonly failure: Trouble | null;
  /** The page that is shown. */
  readonly view: View;
  /** Who sits at the desk; null until the engine has said so. */
  readonly editors: EditorsView | null;
  /** Lists that are kept under a name. */
  readonly views: readonly SavedViewView[];
  /** Rules that the workspace has changed; null until somebody asked. */
  readonly rules: RuleChangesView | null;
  /** The change of a rule that can be undone, and what the rule was before. */
  readonly lastRule: LastRule | null;
  readonly queue: QueueState;
  readonly status: StatusState;
  readonly shell: ShellState;
  /** Sources that wait to be imported; the first is shown. */
  readonly offers: readonly ImportOffer[];
}

export type DeskAction =
  | { readonly type: 'feeds-came'; readonly feeds: readonly FeedView[] }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'view-chosen'; readonly view: View }
  | { readonly type: 'editors-came'; readonly editors: EditorsView }
  | { readonly type: 'views-came'; readonly views: readonly SavedViewView[] }
  | { readonly type: 'rules-came'; readonly rules: RuleChangesView }
  | { readonly type: 'rule-changed'; readonly last: LastRule | null }
  | { readonly type: 'queue'; readonly action: QueueAction }
  | { readonly type: 'status'; readonly action: StatusAction }
  | { readonly type: 'shell'; readonly action: ShellAction }
  /** A source was looked at, for the first time or again. */
  | { readonly type: 'offered'; readonly offer: ImportOffer }
  | { readonly type: 'offer-gone'; readonly token: number };

export const START: DeskState = {
  feeds: null,
  failure: null,
  view: 'desk',
  editors: null,
  views: [],
  rules: null,
  lastRule: null,
  queue: EMPTY_QUEUE,
  status: EMPTY_STATUS,
  shell: FIRST_SHELL,
  offers: [],
};

export function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'feeds-came':
      return { ...state, feeds: action.feeds };
    case 'failed':
      return { ...state, failure: action.trouble };
    case 'view-chosen':
      return { ...state, view: action.view };
    case 'editors-came':
      return withEditors(state, action.editors);
    case 'views-came':
      return { ...state, views: action.views };
    case 'rules-came':
      return { ...state, rules: action.rules };
    case 'rule-changed':
      return { ...state, lastRule: action.last };
    case 'queue':
      return { ...state, queue: reduceQueue(state.queue, action.action) };
    case 'status':
      return { ...state, status: reduceStatus(state.status, action.action) };
    case 'offered':
      return { ...state, offers: withOffer(state.offers, action.offer) };
    case 'offer-gone':
      return { ...state, offers: state.offers.filter(({ token }) => token !== action.token) };
    case 'shell':
      return { ...state, shell: reduceShell(state.shell, action.action) };
  }
}

function withOffer(offers: readonly ImportOffer[], offer: ImportOffer): readonly ImportOffer[] {
  const at = offers.findIndex(({ token }) => token === offer.token);
  return at < 0 ? [...offers, offer] : offers.with(at, offer);
}

/** What another editor decided last is not for this one's eyes. */
function withEditors(state: DeskState, editors: EditorsView): DeskState {
  const isOther = state.editors !== null && state.editors.annotator !== editors.annotator;
  return { ...state, editors, status: isOther ? { ...state.status, saved: null } : state.status };
}
