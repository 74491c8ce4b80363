import type { ReactElement } from 'react';
import type { Trouble } from '#classifier/core/trouble.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';

/** All that the window shows where the workspace cannot be used: what happened, where, and what to do; the log says more of an engine that stopped. */
export function FailurePage({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const { say, tell } = useSay();
  const { api, unwrap } = useDesk();
  const isStopped = trouble.code === 'engine-stopped';
  const ask = (channel: 'window.again' | 'window.log') => void api.request(channel, {}).then(unwrap);
  return (
    <main className="failure">
      <div className="failure-sheet" role="alert">
        <p className="empty-brand">{say('app.name')}</p>
        <h1>{say(isStopped ? 'failure.title.stopped' : 'failure.title')}</h1>
        <p className="failure-sentence">{tell(trouble.sentence)}</p>
        {trouble.place.file !== undefined && (
          <p className="failure-place">
            {say('failure.place')} <code>{trouble.place.file}</code>
          </p>
        )}
        <p className="failure-ways">
          <button type="button" className="plain-button" onClick={() => ask('window.again')}>
            {say('failure.again')}
          </button>
          {isStopped && (
            <button type="button" className="plain-button" onClick={() => ask('window.log')}>
              {say('failure.log')}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => window.close()}>
            {say('failure.close')}
          </button>
        </p>
      </div>
    </main>
  );
}
