import type { Result } from '#classifier/core/result.ts';
import type { Answers, Arguments, Request } from './channels.ts';
import type { WindowEvent, WindowEvents } from './events.ts';

/** Languages of the interface. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All that the page can reach: named functions on `window.jianwen`, nothing of Electron or Node. */
export interface Bridge {
  readonly language: Language;
  /** `darwin`, `win32` or `linux`: which shortcuts to show. */
  readonly platform: string;
  request<C extends Request>(channel: C, args: Arguments<C>): Promise<Result<Answers[C]>>;
  /** Returns the function that ends the subscription. */
  on<E extends WindowEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void;
  /** The path of a dropped file; empty where the drop was no file. */
  pathOf(file: File): string;
}
