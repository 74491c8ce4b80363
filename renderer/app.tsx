import { type ReactElement, useEffect } from 'react';
import { RecoveryPage } from './features/backups/recovery-page.tsx';
import { EditorsPage } from './features/editors/editors-page.tsx';
import { NameBar } from './features/editors/name-bar.tsx';
import { EvidencePane } from './features/evidence/evidence-pane.tsx';
import { DropTarget } from './features/importing/drop-target.tsx';
import { EmptyState } from './features/importing/empty-state.tsx';
import { usePaste } from './features/importing/use-paste.ts';
import { useKeys } from './features/keys/use-keys.ts';
import { useMenu } from './features/keys/use-menu.ts';
import { ModelRoom } from './features/model/model-room.tsx';
import { Queue } from './features/queue/queue.tsx';
import { focusList } from './features/queue/search-field.ts';
import { Toolbar } from './features/queue/toolbar.tsx';
import { Sheets } from './features/shell/sheets.tsx';
import { ViewRail } from './features/shell/view-rail.tsx';
import { FailurePage } from './features/status/failure-page.tsx';
import { Notices } from './features/status/notices.tsx';
import { StartingPage } from './features/status/starting-page.tsx';
import { StatusBar } from './features/status/status-bar.tsx';
import { TodayPage } from './features/today/today-page.tsx';
import { useDeskState } from './state/use-desk.ts';

/** The window: one page a state of the workspace. */
export function App(): ReactElement {
  const failure = useDeskState((state) => state.failure);
  const lists = useDeskState((state) => state.feeds?.length ?? null);
  if (failure?.code === 'store-damaged' || failure?.code === 'store-replaced')
    return <RecoveryPage trouble={failure} />;
  if (failure !== null) return <FailurePage trouble={failure} />;
  if (lists === null) return <StartingPage />;
  return <Desk isEmpty={lists === 0} />;
}

/** The pages beside their rail. The desk stays drawn behind the others, so that it comes back as it was left. */
function Desk({ isEmpty }: { readonly isEmpty: boolean }): ReactElement {
  const view = useDeskState((state) => state.view);
  useKeys();
  useEffect(() => {
    if (view === 'desk') focusList();
  }, [view]);
  useMenu();
  usePaste();
  return (
    <DropTarget>
      <div className="shell">
        <ViewRail />
        <div className="view" hidden={view !== 'desk'}>
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
        </div>
        {view === 'model' && <ModelRoom />}
        {view === 'today' && <TodayPage />}
        {view === 'editors' && <EditorsPage />}
      </div>
      <NameBar />
      <Notices />
      <StatusBar />
      <Sheets />
    </DropTarget>
  );
}
