import type { ReactElement } from 'react';
import { useSay } from '../../strings/use-say.ts';

/** What the window shows until the engine has opened the workspace. */
export function StartingPage(): ReactElement {
  const { say } = useSay();
  return (
    <main className="failure" aria-busy="true">
      <p className="starting">{say('app.starting')}</p>
    </main>
  );
}
