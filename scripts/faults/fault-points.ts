/** What is ended, and while it does what. Each round of {@link injectFaults} is one of these. */
export const FAULT_POINTS = {
  start: 'SIGKILL to the engine while it starts',
  label: 'SIGKILL to the engine while it is given labels, of one headline and of several',
  undo: 'SIGKILL to the engine while labels are undone and redone',
  work: 'SIGKILL to the engine while notes are written',
  import: 'SIGKILL to the engine while it imports lists of 5,000 headlines',
  retrain: 'SIGKILL to the engine while the model is weighed anew by other costs',
  restore: 'SIGKILL to the engine while earlier versions of the model are restored',
  backup: 'SIGKILL to the engine while it makes backups, with labels in between',
  recovery: 'SIGKILL to the engine while it restores backups of its database',
  forget:
    'SIGKILL to the engine while it deletes an editor’s labels or a list for good; the next engine has to finish it',
  migration: 'SIGKILL to the engine while it migrates a workspace of an earlier schema',
  main: 'SIGKILL to a process that runs the engine client of main and has the engine as its child; the engine is left to itself',
  app: 'SIGKILL to the main process of the packaged app, with its window on a display; the engine is left to itself',
  command:
    'SIGKILL to `jianwen label import` or `jianwen import`, which writes beside an engine that is given labels',
  'backup-thread':
    'the thread that copies and checks a backup is ended inside the engine; the engine goes on',
  'import-thread':
    'the thread that reads, scores and packs a list is ended inside the engine; the engine goes on',
  'version-thread':
    'the thread that calibrates a version of the model is ended inside the engine; the engine goes on',
  'list-thread':
    'the thread that sorts and scores lists is ended inside the engine, which ends with it, as main starts another',
} as const;
export type FaultPoint = keyof typeof FAULT_POINTS;

export const FAULT_NAMES = Object.keys(FAULT_POINTS) as readonly FaultPoint[];

/** The threads of the engine that are ended by themselves. */
export type ThreadPoint = Extract<FaultPoint, `${string}-thread`>;

/** Where a round works. */
export interface FaultPlaces {
  readonly data: string;
  readonly resources: string;
  /** A folder for the lists and labels that are imported. */
  readonly lists: string;
}

/** Milliseconds that a round goes on at the longest after the steps that it must have done. */
export const LONGEST_LIFE = 250;

/** Steps that a round has done before its time runs: on a slow machine it works as much as on a quick one. */
export function leastAt(point: FaultPoint): number {
  return point === 'import' ? 1 : 3;
}
