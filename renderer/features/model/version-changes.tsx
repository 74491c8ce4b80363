import { type ReactElement, useCallback } from 'react';
import type { Api } from '../../api.ts';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import { shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { DataTable } from '../charts/data-table.tsx';
import { JobProgress } from './job-progress.tsx';
import { useJob } from './use-job.ts';

/** Which headlines a version moved into another band. */
export function VersionChanges({ versionId }: { readonly versionId: number }): ReactElement {
  const { say } = useSay();
  const ask = useCallback((api: Api) => api.request('model.changes', { versionId }), [versionId]);
  const job = useJob(ask);
  const changes = job?.value?.versionId === versionId ? job.value : null;
  if (changes === null || job?.progress !== 1) return <JobProgress job={job} />;
  const counts = { moved: thousands(changes.moved), compared: thousands(changes.compared) };
  if (changes.moved === 0) return <p className="card-lead">{say('changes.none', counts)}</p>;
  return (
    <>
      <p className="card-lead">{say('changes.count', counts)}</p>
      <DataTable
        caption={say('versions.changes')}
        head={[say('changes.headline'), say('changes.from'), say('changes.to')]}
        rows={changes.examples.map(({ text, from, to }) => [
          <PlainText key="text" text={shorten(text, 60)} />,
          <span key="from" className={`band band-${from}`}>
            {say(`band.${from}`)}
          </span>,
          <span key="to" className={`band band-${to}`}>
            {say(`band.${to}`)}
          </span>,
        ])}
      />
    </>
  );
}
