import { useCallback, useEffect, useState } from 'react';
import type { BackupCheckView, BackupView } from '#contract/backup-views.ts';
import { useDesk } from '../../state/use-desk.ts';

/** A backup, and what was found when it was looked at; null while it has not been. */
export interface CheckedBackup extends BackupView {
  readonly check: BackupCheckView | null;
}

/** The backups, each looked at after the other, and the way to ask for them anew. */
export function useBackups(): {
  readonly backups: readonly CheckedBackup[] | null;
  readonly askAgain: () => void;
} {
  const desk = useDesk();
  const [listed, setListed] = useState<readonly BackupView[] | null>(null);
  const [checks, setChecks] = useState<Readonly<Record<string, BackupCheckView>>>({});
  const [turn, setTurn] = useState(0);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again.
  useEffect(() => {
    let isOver = false;
    async function ask(): Promise<void> {
      const view = desk.unwrap(await desk.api.request('backup.list', {}));
      if (isOver || view === null) return;
      setListed(view.backups);
      for (const { name } of view.backups) {
        const check = desk.unwrap(await desk.api.request('backup.check', { name }));
        if (isOver) return;
        if (check !== null) setChecks((before) => ({ ...before, [name]: check }));
      }
    }
    void ask();
    return () => {
      isOver = true;
    };
  }, [desk, turn]);

  const backups = listed?.map((one) => ({ ...one, check: checks[one.name] ?? null })) ?? null;
  return { backups, askAgain };
}
