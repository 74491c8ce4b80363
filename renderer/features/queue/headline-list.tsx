import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useEffect, useRef } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { HeadlineRow } from './headline-row.tsx';
import type { QueueState } from './queue-state.ts';

/** Rows before the end of what is loaded at which the next page is fetched. */
const EARLY = 60;

/** The virtual list: one focus stop, the selected row told by aria-activedescendant. */
export function HeadlineList({ queue }: { readonly queue: QueueState }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const { rows, selected, next } = queue;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.headline.id ?? index,
    estimateSize: () => 64,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' });
  }, [selected, virtual]);
  useEffect(() => {
    if (next !== null && last + EARLY >= rows.length) void desk.more();
  }, [desk, next, last, rows.length]);
  useEffect(() => scroller.current?.focus(), []);

  const active = rows[selected];
  const missing = queue.total - rows.length;
  return (
    <div
      ref={scroller}
      id="headlines"
      className="headlines"
      role="listbox"
      tabIndex={0}
      aria-label={say('queue.name')}
      aria-activedescendant={active === undefined ? undefined : `headline-${active.headline.id}`}
    >
      <div className="headlines-all" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <HeadlineRow
              key={item.key}
              place={virtual.measureElement}
              start={item.start}
              index={item.index}
              total={queue.total}
              row={row}
              isSelected={item.index === selected}
              isStale={row.revision < queue.revision}
              onSelect={desk.select}
            />
          );
        })}
      </div>
      {next === null && missing > 0 && <p className="more">{say('queue.more', { count: missing })}</p>}
    </div>
  );
}
