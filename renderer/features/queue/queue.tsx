import type { ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { Choices } from './choices.tsx';
import { FilterChips } from './filter-chips.tsx';
import { HeadlineList } from './headline-list.tsx';
import { filtersOf } from './list-choice.ts';
import { NothingFound } from './nothing-found.tsx';
import { selectionOf } from './queue-state.ts';

/** The list with its heading: how much there is, and whether it waits to be sorted anew. */
export function Queue(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const queue = useDeskState((state) => state.queue);
  const labelled = useDeskState((state) =>
    (state.feeds ?? [])
      .filter(({ id }) => state.queue.feedId === 'all' || state.queue.feedId === id)
      .reduce((sum, feed) => sum + feed.labelled, 0),
  );
  const counts =
    filtersOf(queue.choice).length === 0
      ? say('queue.count', { total: queue.found, labelled })
      : say('queue.found', { total: queue.found });
  const isEmpty = queue.total === 0;
  const { first, last } = selectionOf(queue);
  const selected = last - first + 1;
  return (
    <section className="queue" aria-label={say('queue.name')}>
      <div className="queue-head">
        <p className="queue-count">
          {queue.isLoading && isEmpty ? say('queue.loading') : <span>{counts}</span>}
          {queue.found > queue.total && (
            <span className="queue-folded">{say('fold.rows', { rows: queue.total })}</span>
          )}
        </p>
        {selected > 1 && <p className="queue-selected">{say('queue.selected', { count: selected })}</p>}
        {queue.isOutdated && (
          <button
            type="button"
            className="quiet sort-anew"
            title={say('queue.reorder.hint')}
            onClick={() => desk.sortAnew()}
          >
            {say('queue.reorder')}
          </button>
        )}
      </div>
      <Choices />
      <FilterChips />
      <div className="columns" aria-hidden="true">
        <span>{say('queue.column.band')}</span>
        {AXES.map((axis) => (
          <span
            key={axis}
            className="number"
            title={`${say(`axis.${axis}`)}: ${say(`axis.${axis}.meaning`)}`}
          >
            {say(`axis.${axis}.short`)}
          </span>
        ))}
        <span>{say('queue.column.headline')}</span>
      </div>
      {isEmpty && !queue.isLoading && queue.listId !== null && <NothingFound />}
      <HeadlineList queue={queue} />
    </section>
  );
}
