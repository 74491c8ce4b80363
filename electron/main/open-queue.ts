/** Lists that the system asks to open, by their paths. */
export interface OpenQueue {
  add(path: string): void;
  /** From now on each list is opened so at once, beginning with those that were kept. */
  openWith(open: (path: string) => void): void;
}

/** Keeps lists until they can be opened: macOS names the one that it starts the program with before the program is ready. */
export function createOpenQueue(): OpenQueue {
  const kept: string[] = [];
  let take = (path: string): void => {
    kept.push(path);
  };
  return {
    add: (path) => take(path),
    openWith(open) {
      take = open;
      for (const path of kept.splice(0)) open(path);
    },
  };
}
