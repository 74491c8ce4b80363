import type { Trouble } from '#classifier/core/trouble.ts';
import type { WindowEvent } from './names.ts';
import type { ImportView } from './views.ts';

/** Menu items whose work the window does, so that it can show what became of it. */
export type MenuCommand = 'open' | 'paste' | 'export' | 'undo' | 'search' | 'view-desk' | 'view-model';

/** `restarted`: the engine died and is back; unanswered requests were repeated. */
export type EngineState =
  | { readonly state: 'ready' | 'restarting' | 'restarted' }
  | { readonly state: 'failed'; readonly trouble: Trouble };

interface Payloads {
  'engine.state': EngineState;
  /** A list was opened from the command line, or by the system. */
  'feed.opened': ImportView;
  'menu.command': { readonly command: MenuCommand };
  /** Something that the window did not ask for failed. */
  trouble: Trouble;
}

/** What main tells the window without being asked. */
export type WindowEvents = { [E in WindowEvent]: Payloads[E] };
