import { type ReactElement, useEffect, useRef } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { isField } from '../keys/field.ts';
import { HeadlineRow, WaitingRow } from './headline-row.tsx';
import { type QueueState, rowAt, selectedOf, selectionOf } from './queue-state.ts';
import { laidOutHeight, ROW_HEIGHT, rowsInSight } from './scroll-window.ts';
import { focusList } from './search-field.ts';
import { useScroll } from './use-scroll.ts';

/** Rows that are drawn above and below those in sight. */
const SPARE = 6;
/** Rows are placed within a stretch of so many: pixels in the millions are not exact. */
const STRETCH = 512;

/** The list: one focus stop, the selected row told by aria-activedescendant; only rows in sight are in the page. */
export function HeadlineList({ queue }: { readonly queue: QueueState }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const { total, selected } = queue;
  const scroller = useRef<HTMLDivElement>(null);
  const { place, view, onScroll } = useScroll(scroller, total, selected);
  const inSight = rowsInSight({ rows: total, view }, place.top);
  const first = Math.max(0, inSight.first - SPARE);
  const last = Math.min(total - 1, inSight.last + SPARE);
  const base = Math.floor(first / STRETCH) * STRETCH;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list or decision makes rows old that were seen before.
  useEffect(() => desk.see(first, last), [desk, first, last, queue.listId, queue.revision]);
  useEffect(() => {
    if (!isField(document.activeElement)) focusList();
  }, []);

  const active = selectedOf(queue);
  const chosen = selectionOf(queue);
  return (
    <div
      ref={scroller}
      id="headlines"
      className="headlines"
      role="listbox"
      tabIndex={0}
      aria-label={say('queue.name')}
      aria-multiselectable="true"
      aria-busy={queue.isLoading}
      aria-activedescendant={active === null ? undefined : `headline-${active.id}`}
      onScroll={onScroll}
    >
      <div
        className="headlines-all"
        role="presentation"
        style={{ height: laidOutHeight({ rows: total, view }) }}
      >
        <div
          className="headlines-drawn"
          role="presentation"
          style={{ top: place.scroll - place.top + base * ROW_HEIGHT }}
        >
          {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
            const index = first + at;
            const row = rowAt(queue, index);
            const start = (index - base) * ROW_HEIGHT;
            return row === undefined ? (
              <WaitingRow
                key={`waiting ${index}`}
                start={start}
                isSelected={index >= chosen.first && index <= chosen.last}
              />
            ) : (
              <HeadlineRow
                key={row.headline.id}
                start={start}
                index={index}
                total={total}
                headline={row.headline}
                fold={row.place.fold}
                isSelected={index >= chosen.first && index <= chosen.last}
                isActive={index === selected}
                isStale={row.revision < queue.revision}
                onSelect={desk.select}
                onToggle={desk.toggleCluster}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
