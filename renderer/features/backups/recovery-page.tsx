import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { SalvageView } from '#contract/backup-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import { Notices } from '../status/notices.tsx';
import { BackupTable } from './backup-table.tsx';
import { useBackups } from './use-backups.ts';

/** All that the window shows where the workspace is damaged or gone: what happened, and every way on. */
export function RecoveryPage({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const desk = useDesk();
  const { say, tell } = useSay();
  const { backups, askAgain } = useBackups();
  const [isBusy, setBusy] = useState(false);
  const [salvaged, setSalvaged] = useState<SalvageView | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  /** Where it goes well, main loads the page anew on the workspace as it is then. */
  async function run(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    if (outcome === null) askAgain();
  }
  const { api, unwrap } = desk;
  return (
    <>
      <main className="failure" aria-busy={isBusy}>
        <div className="failure-sheet recovery">
          <p className="empty-brand">{say('app.name')}</p>
          <h1 ref={heading} tabIndex={-1}>
            {say('recovery.title')}
          </h1>
          <div role="alert">
            <p className="failure-sentence">{tell(trouble.sentence)}</p>
          </div>
          {trouble.place.file !== undefined && (
            <p className="failure-place">
              {say('failure.place')} <code>{trouble.place.file}</code>
            </p>
          )}
          <section>
            <h2>{say('recovery.backups')}</h2>
            <p className="recovery-lead">{say('recovery.backups.lead')}</p>
            {backups?.length === 0 && <p className="recovery-lead">{say('backup.none')}</p>}
            {backups !== null && backups.length > 0 && (
              <BackupTable
                backups={backups}
                isBusy={isBusy}
                onRestore={({ name }) =>
                  void run(async () => unwrap(await api.request('backup.restore', { name })))
                }
              />
            )}
          </section>
          <section>
            <h2>{say('recovery.other')}</h2>
            <dl className="recovery-ways">
              <dt>
                <button
                  type="button"
                  className="plain-button"
                  disabled={isBusy}
                  onClick={() =>
                    void run(async () => setSalvaged(unwrap(await api.request('window.salvage', {}))))
                  }
                >
                  {say('recovery.salvage')}
                </button>
              </dt>
              <dd>
                {salvaged === null
                  ? say('recovery.salvage.lead')
                  : say('recovery.salvaged', {
                      entries: thousands(salvaged.entries),
                      lost: thousands(salvaged.lost),
                      path: salvaged.path,
                    })}
              </dd>
              <dt>
                <button
                  type="button"
                  className="plain-button"
                  disabled={isBusy}
                  onClick={() => void run(async () => unwrap(await api.request('recovery.look', {})))}
                >
                  {say('recovery.look')}
                </button>
              </dt>
              <dd>{say('recovery.look.lead')}</dd>
              <dt>
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => void run(async () => unwrap(await api.request('window.folder', {})))}
                >
                  {say('recovery.folder')}
                </button>
              </dt>
              <dd>{say('recovery.folder.lead')}</dd>
            </dl>
          </section>
        </div>
      </main>
      <Notices />
    </>
  );
}
