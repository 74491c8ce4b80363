import type { ReactElement } from 'react';
import { EvidencePane } from './features/evidence/evidence-pane.tsx';
import { DropTarget } from './features/importing/drop-target.tsx';
import { EmptyState } from './features/importing/empty-state.tsx';
import { usePaste } from './features/importing/use-paste.ts';
import { useKeys } from './features/labels/use-keys.ts';
import { useMenu } from './features/labels/use-menu.ts';
import { Queue } from './features/queue/queue.tsx';
import { Toolbar } from './features/queue/toolbar.tsx';
import { FailurePage } from './features/status/failure-page.tsx';
import { Notices } from './features/status/notices.tsx';
import { StartingPage } from './features/status/starting-page.tsx';
import { StatusBar } from './features/status/status-bar.tsx';
import { useDeskState } from './state/use-desk.ts';

/** The window: one page a state of the workspace. */
export function App(): ReactElement {
  const failure = useDeskState((state) => state.failure);
  const feeds = useDeskState((state) => state.feeds);
  if (failure !== null) return <FailurePage trouble={failure} />;
  if (feeds === null) return <StartingPage />;
  return <Desk isEmpty={feeds.length === 0} />;
}

function Desk({ isEmpty }: { readonly isEmpty: boolean }): ReactElement {
  useKeys();
  useMenu();
  usePaste();
  return (
    <DropTarget>
      {isEmpty ? (
        <EmptyState />
      ) : (
        <>
          <Toolbar />
          <main className="desk">
            <Queue />
            <EvidencePane />
          </main>
        </>
      )}
      <Notices />
      <StatusBar />
    </DropTarget>
  );
}
