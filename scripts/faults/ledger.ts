/** What the engine has acknowledged: none of it may ever be missing. */
export interface Ledger {
  /** Requests that appended a label or desk work, and those that took a step back or did one again. */
  readonly labels: Set<string>;
  readonly work: Set<string>;
  readonly turns: Set<string>;
  readonly versions: Set<string>;
  /** Feeds by id, with their headlines. */
  readonly feeds: Map<number, number>;
}

export function emptyLedger(): Ledger {
  return { labels: new Set(), work: new Set(), turns: new Set(), versions: new Set(), feeds: new Map() };
}

export function acknowledged({ labels, work, turns, versions, feeds }: Ledger): number {
  return labels.size + work.size + turns.size + versions.size + feeds.size;
}
