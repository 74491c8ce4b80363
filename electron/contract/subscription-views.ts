import type { Sentence } from '#classifier/core/trouble.ts';

/** A subscription as the window shows it. Times are ISO 8601, UTC. */
export interface SubscriptionView {
  readonly id: number;
  readonly kind: 'url' | 'folder';
  readonly address: string;
  readonly name: string;
  /** Its list; null before it has brought a headline. */
  readonly feedId: number | null;
  readonly everyMinutes: number;
  readonly paused: boolean;
  readonly succeededAt: string | null;
  /** Why the last look failed, or what of it did. */
  readonly trouble: Sentence | null;
  /** Looks that have failed one after another. */
  readonly failures: number;
  readonly nextPollAt: string;
  readonly isPolling: boolean;
  readonly items: number;
  readonly flagged: number;
  /** Flagged headlines that the desk has labelled, and those among them that it found sensational or implausible. */
  readonly judged: number;
  readonly confirmed: number;
  /** The share of confirmed among judged with its 95 % interval; null where none was judged. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** What a look has brought; told also where it brought nothing, because health has changed. */
export interface SubscriptionNews {
  readonly id: number;
  readonly name: string;
  readonly feedId: number | null;
  readonly added: number;
  /** Texts of the headlines that came in band flag, the first few. */
  readonly flagged: readonly string[];
  readonly flaggedCount: number;
}
