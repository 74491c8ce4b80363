import type { Trouble } from '#classifier/core/trouble.ts';
import type { WindowEvent } from './names.ts';
import type { SubscriptionNews } from './subscription-views.ts';
import type { ImportView } from './views.ts';

/** Menu items whose work the window does, so that it can show what became of it. */
export type MenuCommand =
  | 'open'
  | 'paste'
  | 'export'
  | 'subscriptions'
  | 'undo'
  | 'redo'
  | 'commands'
  | 'help'
  | 'manual'
  | 'settings'
  | 'tour'
  | 'larger'
  | 'smaller'
  | 'search'
  | 'view-desk'
  | 'view-model'
  | 'view-today'
  | 'view-editors';

/** `restarted`: the engine died and is back; unanswered requests were repeated. */
export type EngineState =
  | { readonly state: 'ready' | 'restarting' | 'restarted' }
  /** `damaged`: the workspace cannot be used as it is; backups and what can be read of it are still there to ask for. */
  | { readonly state: 'failed' | 'damaged'; readonly trouble: Trouble };

/** How far an import has come. */
export interface ImportProgress {
  readonly name: string;
  /** Headlines. */
  readonly done: number;
  readonly total: number;
}

/** A feed's headlines have new scores; lists whose order is no longer theirs are outdated. */
export interface Rescored {
  readonly feedId: number;
  /** Not only a label was learned: the model weighs anew what it has learned. */
  readonly byNewModel: boolean;
  readonly outdated: readonly number[];
}

interface Payloads {
  'engine.state': EngineState;
  /** A list was opened from the command line, or by the system. */
  'feed.opened': ImportView;
  /** Null when the import has ended. */
  'import.progress': ImportProgress | null;
  'list.rescored': Rescored;
  /** A subscription was looked at. */
  'subscription.news': SubscriptionNews;
  'menu.command': { readonly command: MenuCommand };
  /** Something that the window did not ask for failed. */
  trouble: Trouble;
}

/** What main tells the window without being asked. */
export type WindowEvents = { [E in WindowEvent]: Payloads[E] };

type EngineEventName = 'import.progress' | 'list.rescored' | 'subscription.news';

/** What of it comes from the engine. */
export type EngineEvent = {
  [E in EngineEventName]: { readonly name: E; readonly payload: Payloads[E] };
}[EngineEventName];
