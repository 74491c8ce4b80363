import { lazy, type ReactElement, Suspense } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { BackupsSheet } from '../backups/backups-sheet.tsx';
import { ExportSheet } from '../exporting/export-sheet.tsx';
import { ListsSheet } from '../forgetting/lists-sheet.tsx';
import { ImportSheet } from '../importing/import-sheet.tsx';
import { CommandsSheet } from '../keys/commands-sheet.tsx';
import { HelpSheet } from '../keys/help-sheet.tsx';
import { SettingsSheet } from '../preferences/settings-sheet.tsx';
import { focusList } from '../queue/search-field.ts';
import { SubscriptionsSheet } from '../subscriptions/subscriptions-sheet.tsx';
import { TourCard } from '../tour/tour-card.tsx';

/** The manual and what draws it are read when they are asked for. */
const ManualSheet = lazy(async () => ({
  default: (await import('../manual/manual-sheet.tsx')).ManualSheet,
}));

/** Whatever lies over the window. */
export function Sheets(): ReactElement | null {
  const desk = useDesk();
  const sheet = useDeskState((state) => state.shell.sheet);
  const offers = useDeskState((state) => state.offers.length);
  const isTourDue = useDeskState(
    ({ shell, view, queue }) => !shell.preferences.isTourSeen && view === 'desk' && queue.total > 0,
  );
  const close = () => {
    desk.store.dispatch({ type: 'shell', action: { type: 'sheet-closed' } });
    if (desk.store.get().view === 'desk') setTimeout(focusList, 0);
  };
  if (sheet === 'commands') return <CommandsSheet onClose={close} />;
  if (sheet === 'help') return <HelpSheet onClose={close} />;
  if (sheet === 'manual')
    return (
      <Suspense fallback={null}>
        <ManualSheet onClose={close} />
      </Suspense>
    );
  if (offers > 0) return <ImportSheet />;
  if (sheet === 'export') return <ExportSheet onClose={close} />;
  if (sheet === 'settings') return <SettingsSheet onClose={close} />;
  if (sheet === 'lists') return <ListsSheet onClose={close} />;
  if (sheet === 'backups') return <BackupsSheet onClose={close} />;
  if (sheet === 'subscriptions') return <SubscriptionsSheet onClose={close} />;
  return sheet === 'tour' || isTourDue ? <TourCard onClose={close} /> : null;
}
