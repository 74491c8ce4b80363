import type { Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { Arguments, EngineAnswers, EngineRequest } from './channels.ts';
import type { EngineEvent } from './events.ts';

/** Main to engine, over the channel of child_process.fork. */
export type ToEngine = {
  [C in EngineRequest]: { readonly id: number; readonly channel: C; readonly args: Arguments<C> };
}[EngineRequest];

/** Engine to main. `ready` or `failed` says whether the workspace could be opened. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** Something was left out at the start, such as a broken rule; the engine goes on. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  /** The workspace is damaged or gone: only requests about backups are answered until `ready`. */
  | { readonly kind: 'damaged'; readonly trouble: Trouble }
  /** What the window is told without having asked. */
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<EngineAnswers[EngineRequest]> };
