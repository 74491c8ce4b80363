import type { ReactElement } from 'react';
import type { Trouble } from '#classifier/core/trouble.ts';
import { useSay } from '../../strings/use-say.ts';

/** All that the window shows where the workspace cannot be used: what happened, where, and what to do. */
export function FailurePage({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const { say, tell } = useSay();
  return (
    <main className="failure">
      <div className="failure-sheet" role="alert">
        <p className="empty-brand">{say('app.name')}</p>
        <h1>{say(trouble.code === 'engine-stopped' ? 'failure.title.stopped' : 'failure.title')}</h1>
        <p className="failure-sentence">{tell(trouble.sentence)}</p>
        {trouble.place.file !== undefined && (
          <p className="failure-place">
            {say('failure.place')} <code>{trouble.place.file}</code>
          </p>
        )}
        <button type="button" className="plain-button" onClick={() => window.close()}>
          {say('failure.close')}
        </button>
      </div>
    </main>
  );
}
