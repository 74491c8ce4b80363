import { type ReactElement, useState } from 'react';
import type { SavedViewView } from '#contract/list-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { isSameChoice } from '../queue/list-choice.ts';
import { focusList } from '../queue/search-field.ts';
import { useCounts } from '../queue/use-counts.ts';
import { putView } from './view-actions.ts';
import { ViewMenu } from './view-menu.tsx';

/** The lists that are kept under a name, each with what it finds now. */
export function ViewBar(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const views = useDeskState((state) => state.views);
  const choice = useDeskState((state) => state.queue.choice);
  const counts = useCounts(views.map((view) => view.choice));
  const [removed, setRemoved] = useState<SavedViewView | null>(null);
  return (
    <div className="views">
      <ul className="view-list" aria-label={say('views.title')}>
        {views.map((view, at) => (
          <li key={view.id}>
            <button
              type="button"
              className="view-tab"
              aria-pressed={isSameChoice(view.choice, choice)}
              onClick={() => {
                desk.choose(view.choice);
                focusList();
              }}
            >
              <bdi>{view.name}</bdi>
              <span className="view-count">{counts?.[at] ?? '…'}</span>
            </button>
          </li>
        ))}
      </ul>
      <ViewMenu onRemoved={setRemoved} />
      <p className="view-removed" role="status">
        {removed !== null && (
          <>
            {say('views.removed', { name: removed.name })}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                void putView(desk, removed);
                setRemoved(null);
              }}
            >
              {say('views.undo')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
