import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { useTrouble } from '../status/use-trouble.ts';
import { BackupTable, timeText } from './backup-table.tsx';
import { type CheckedBackup, useBackups } from './use-backups.ts';

/** The backups of an open workspace: make one, restore one. Asked for twice: it takes the place of all that is open. */
export function BackupsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { api } = useDesk();
  const { trouble, unwrap } = useTrouble();
  const { say, language } = useSay();
  const { backups, askAgain } = useBackups();
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<CheckedBackup | null>(null);

  async function run(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await work();
    setBusy(false);
    setChosen(null);
    askAgain();
  }
  return (
    <SheetPage title={say('backup.title')} className="backups" trouble={trouble} onClose={onClose}>
      <p className="recovery-lead">{say('backup.lead')}</p>
      <p className="backups-buttons">
        <Button
          className="plain-button"
          isDisabled={isBusy}
          onPress={() => void run(async () => unwrap(await api.request('backup.make', {})))}
        >
          {say('backup.make')}
        </Button>
        <Button
          className="plain-button"
          onPress={() => void api.request('window.folder', {}).then((shown) => unwrap(shown))}
        >
          {say('recovery.folder')}
        </Button>
      </p>
      {chosen !== null && (
        <div role="alert" className="backups-sure">
          <p>{say('backup.sure', { at: timeText(chosen.at, language) })}</p>
          <p className="backups-buttons">
            <Button
              className="plain-button"
              isDisabled={isBusy}
              onPress={() =>
                void run(async () => unwrap(await api.request('backup.restore', { name: chosen.name })))
              }
            >
              {say('backup.sure.yes')}
            </Button>
            <Button className="quiet" autoFocus onPress={() => setChosen(null)}>
              {say('backup.sure.no')}
            </Button>
          </p>
        </div>
      )}
      {backups?.length === 0 && <p className="recovery-lead">{say('backup.none')}</p>}
      {backups !== null && backups.length > 0 && (
        <BackupTable backups={backups} isBusy={isBusy || chosen !== null} onRestore={setChosen} />
      )}
    </SheetPage>
  );
}
