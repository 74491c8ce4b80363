import type { ReactElement } from 'react';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import type { CheckedBackup } from './use-backups.ts';

interface BackupTableProps {
  readonly backups: readonly CheckedBackup[];
  /** Whether a backup is being restored. */
  readonly isBusy: boolean;
  readonly onRestore: (backup: CheckedBackup) => void;
}

/** Backups with their time, what they were made for, and whether they are sound. */
export function BackupTable({ backups, isBusy, onRestore }: BackupTableProps): ReactElement {
  const { say, language } = useSay();
  return (
    <table className="numbers backups-table">
      <caption className="unseen">{say('backup.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('backup.at')}</th>
          <th scope="col">{say('backup.kind')}</th>
          <th scope="col">{say('backup.labels')}</th>
          <th scope="col">{say('backup.size')}</th>
          <th scope="col">{say('backup.check')}</th>
          <th scope="col">
            <span className="unseen">{say('backup.restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((one) => {
          const at = timeText(one.at, language);
          return (
            <tr key={one.name}>
              <th scope="row">{at}</th>
              <td>{say(`backup.kind.${one.kind}`)}</td>
              <td>{one.check === null || one.check.labels === null ? '–' : thousands(one.check.labels)}</td>
              <td>{sizeText(one.bytes)}</td>
              <td>
                {say(
                  one.check === null ? 'backup.checking' : one.check.sound ? 'backup.sound' : 'backup.broken',
                )}
              </td>
              <td>
                <button
                  type="button"
                  className="plain-button"
                  aria-label={say('backup.restore.of', { at })}
                  disabled={isBusy || one.check?.sound !== true}
                  onClick={() => onRestore(one)}
                >
                  {say('backup.restore')}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A time of day in the window's language. */
export function timeText(at: string, language: string): string {
  return new Date(at).toLocaleString(language, {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
}

function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes.toFixed(1)} MB`;
}
