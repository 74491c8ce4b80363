/** A backup in the workspace's folder of backups, or a damaged database that was put aside there. */
export interface BackupView {
  /** Its file name, which tells it apart. */
  readonly name: string;
  /** Before what it was made, or why else. */
  readonly kind: 'migration' | 'labels' | 'list' | 'restore' | 'forgetting' | 'timer' | 'asked' | 'damaged';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

/** All backups, the newest first. */
export interface BackupsView {
  /** The workspace's database. */
  readonly file: string;
  readonly backups: readonly BackupView[];
}

/** Whether a backup can be used, and how many labels it holds; null where they cannot be read. */
export interface BackupCheckView {
  readonly sound: boolean;
  readonly labels: number | null;
}

/** What was read out of a damaged workspace. */
export interface SalvageView {
  readonly path: string;
  /** Entries of the label log that were written. */
  readonly entries: number;
  /** Entries that must have been there and could not be read. */
  readonly lost: number;
}
