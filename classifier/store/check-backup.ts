import { faultsOf } from './backup.ts';
import { lookInto } from './look-into.ts';
import { LATEST_VERSION, schemaVersion } from './migrations/index.ts';

/** Whether a backup can be used, and how many labels of the desk its log holds; null where it cannot be read. */
export interface BackupCheck {
  readonly sound: boolean;
  readonly labels: number | null;
}

/** Opens a backup, looks at all of it, and counts its labels. Changes nothing. */
export function checkBackup(file: string): BackupCheck {
  const looked = lookInto(file, (db) => {
    const version = schemaVersion(db);
    const labels = db
      .prepare(`SELECT count(*) FROM label_event WHERE origin <> 'starter' AND kind = 'label'`)
      .pluck()
      .get() as number;
    return { sound: version > 0 && version <= LATEST_VERSION && faultsOf(db).length === 0, labels };
  });
  return looked ?? { sound: false, labels: null };
}
