import { z } from 'zod';
import type { BackupCheckView, BackupsView, BackupView, SalvageView } from './backup-views.ts';
import type { BackupRequest } from './names.ts';

const nothing = z.strictObject({});
/** A file name, never a path. */
const name = z.string().regex(/^[a-z-]+-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.db$/);

/** Requests about backups and a damaged workspace; answered also while the workspace cannot be opened. */
export const BACKUP_REQUESTS = {
  'backup.list': nothing,
  /** Opens a backup and looks at all of it. */
  'backup.check': z.strictObject({ name }),
  /** Makes a backup now. */
  'backup.make': nothing,
  /** Puts a backup in the place of the workspace, which is kept as a backup itself, and opens it. */
  'backup.restore': z.strictObject({ name }),
  /** Opens a damaged workspace as far as it can be read; nothing is written then. */
  'recovery.look': nothing,
  /** Writes the labels that can still be read into a text file; main asked where to. */
  'recovery.salvage': z.strictObject({ path: z.string().min(1).max(4096) }),
} as const satisfies Record<BackupRequest, z.ZodType>;

export interface BackupAnswers {
  'backup.list': BackupsView;
  'backup.check': BackupCheckView;
  'backup.make': BackupView;
  'backup.restore': null;
  'recovery.look': null;
  'recovery.salvage': SalvageView;
}
