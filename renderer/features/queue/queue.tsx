import type { ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { Choices, isWhole } from './choices.tsx';
import { HeadlineList } from './headline-list.tsx';
import { selectionOf } from './queue-state.ts';

/** The list with its heading: how much there is, and whether it waits to be sorted anew. */
export function Queue(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const queue = useDeskState((state) => state.queue);
  const feed = useDeskState((state) => state.feeds?.find((one) => one.id === state.queue.feedId));
  const counts = isWhole(queue.choice)
    ? say('queue.count', { total: queue.total, labelled: feed?.labelled ?? 0 })
    : say('queue.found', { total: queue.total });
  const isEmpty = queue.total === 0;
  const { first, last } = selectionOf(queue);
  const selected = last - first + 1;
  return (
    <section className="queue" aria-label={say('queue.name')}>
      <div className="queue-head">
        <p className="queue-count">{queue.isLoading && isEmpty ? say('queue.loading') : counts}</p>
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
      <Choices choice={queue.choice} />
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
      {isEmpty && !queue.isLoading && queue.listId !== null && (
        <p className="nothing-found">
          {queue.choice.search === ''
            ? say('queue.nothing.left')
            : say('queue.nothing.found', { search: queue.choice.search })}
        </p>
      )}
      <HeadlineList queue={queue} />
    </section>
  );
}
