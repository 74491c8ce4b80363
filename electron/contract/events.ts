import type { Trouble } from '#classifier/core/trouble.ts';
import type { ImportView } from './views.ts';

/** What main tells the window without being asked. */
export interface WindowEvents {
  /** `restarted`: the engine died and is back; unanswered requests were repeated. */
  'engine.state': { readonly state: 'ready' | 'restarted' } | { readonly state: 'failed'; readonly trouble: Trouble };
  /** A list was opened from the menu or the command line. */
  'feed.opened': ImportView;
  /** A menu item whose work the window does. */
  'menu.command': { readonly command: 'paste' | 'undo' | 'search' };
  /** Something that was not asked for by the window failed. */
  trouble: Trouble;
}

export type WindowEvent = keyof WindowEvents;

export const WINDOW_EVENTS = ['engine.state', 'feed.opened', 'menu.command', 'trouble'] as const satisfies readonly WindowEvent[];
