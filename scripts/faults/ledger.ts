/** What was acknowledged: none of it may ever be missing. */
export interface Ledger {
  /** Requests that appended a label or desk work, and those that took a step back or did one again. */
  readonly labels: Set<string>;
  readonly work: Set<string>;
  readonly turns: Set<string>;
  readonly versions: Set<string>;
  /** Feeds by id, with their headlines. */
  readonly feeds: Map<number, number>;
  /** Names of lists that the command said it had imported. */
  readonly lists: Set<string>;
  /** Label files that the command was given, by name, which is also who signed them: there whole or not at all. */
  readonly labelFiles: Map<string, { readonly labels: number; readonly isDone: boolean }>;
  /** What only those signed or that had it in their texts who were deleted for good, and whether that was acknowledged. */
  readonly forgotten: Map<string, boolean>;
}

export function emptyLedger(): Ledger {
  return {
    labels: new Set(),
    work: new Set(),
    turns: new Set(),
    versions: new Set(),
    feeds: new Map(),
    lists: new Set(),
    labelFiles: new Map(),
    forgotten: new Map(),
  };
}

export function acknowledged(ledger: Ledger): number {
  const { labels, work, turns, versions, feeds, lists, labelFiles, forgotten } = ledger;
  const files = [...labelFiles.values()].filter(({ isDone }) => isDone).length;
  const deletions = [...forgotten.values()].filter((isDone) => isDone).length;
  return labels.size + work.size + turns.size + versions.size + feeds.size + lists.size + files + deletions;
}
