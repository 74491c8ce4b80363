import type { ReactElement } from 'react';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { FilterFields } from './filter-fields.tsx';
import { filtersOf } from './list-choice.ts';
import { focusList } from './search-field.ts';

/** What of the list is shown: all filters behind one button. */
export function FilterMenu(): ReactElement {
  const { say } = useSay();
  const choice = useDeskState((state) => state.queue.choice);
  const count = filtersOf(choice).length;
  return (
    <PopoverButton
      id="filter-button"
      className="choice"
      label={
        <>
          {count === 0 ? say('filter.title') : say('filter.title.count', { count })}
          <span aria-hidden="true"> ▾</span>
        </>
      }
      title={say('filter.title')}
      dialogClass="filters"
      placement="bottom start"
      onClosed={focusList}
    >
      {() => <FilterFields choice={choice} />}
    </PopoverButton>
  );
}
