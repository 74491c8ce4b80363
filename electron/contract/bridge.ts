import type { Result } from '#classifier/core/result.ts';
import type { Answers, Arguments } from './channels.ts';
import type { WindowEvents } from './events.ts';
import type { ImportOffer } from './import-channels.ts';
import type { PageRequest, WindowEvent } from './names.ts';

/** Languages of the interface. */
const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All that the page can reach: named functions on `window.jianwen`, nothing of Electron or Node. */
export interface Bridge {
  readonly language: Language;
  /** `darwin`, `win32` or `linux`: which shortcuts to show. */
  readonly platform: string;
  request<C extends PageRequest>(channel: C, args: Arguments<C>): Promise<Result<Answers[C]>>;
  /** Looks at a dropped or pasted file; its path never enters the page. */
  open(file: File): Promise<Result<ImportOffer>>;
  /** Returns the function that ends the subscription. */
  on<E extends WindowEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void;
}
