/** Why a backup was made: before what, or because time had passed and something had changed. */
export const BACKUP_REASONS = [
  'migration',
  'labels',
  'list',
  'restore',
  'forgetting',
  'timer',
  'asked',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** What a file in the folder of backups is. A damaged one is no backup, but what stood there before a restore. */
export type KeptKind = BackupReason | 'damaged';

const PREFIXES: Readonly<Record<KeptKind, string>> = {
  migration: 'before-migration',
  labels: 'before-labels',
  list: 'before-list',
  restore: 'before-restore',
  forgetting: 'after-forgetting',
  timer: 'timed',
  asked: 'asked',
  damaged: 'damaged',
};

const NAME = /^([a-z-]+)-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)\.db$/;

/** The file name of a backup made at a time (ISO 8601, UTC). */
export function backupName(kind: KeptKind, at: string): string {
  return `${PREFIXES[kind]}-${new Date(at).toISOString().replace(/[:.]/g, '-')}.db`;
}

/** What a file name says; null for a file that is none of ours. */
export function readBackupName(name: string): { readonly kind: KeptKind; readonly at: string } | null {
  const [, prefix, hour, minute, second, rest] = NAME.exec(name) ?? [];
  const kind = (Object.keys(PREFIXES) as KeptKind[]).find((one) => PREFIXES[one] === prefix);
  const at = `${hour}:${minute}:${second}.${rest}`;
  return kind === undefined || Number.isNaN(Date.parse(at)) ? null : { kind, at };
}
