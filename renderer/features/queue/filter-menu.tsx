import { type ReactElement, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { FilterFields } from './filter-fields.tsx';
import { filtersOf } from './list-choice.ts';
import { focusList } from './search-field.ts';

/** What of the list is shown: all filters behind one button. */
export function FilterMenu(): ReactElement {
  const { say } = useSay();
  const choice = useDeskState((state) => state.queue.choice);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const count = filtersOf(choice).length;
  return (
    <>
      <Button
        id="filter-button"
        ref={button}
        className="choice"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(true)}
      >
        {count === 0 ? say('filter.title') : say('filter.title.count', { count })}
        <span aria-hidden="true"> ▾</span>
      </Button>
      <Popover
        className="popover"
        placement="bottom start"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          if (!open) setTimeout(focusList, 0);
        }}
      >
        <Dialog className="popover-dialog filters" aria-label={say('filter.title')}>
          <FilterFields choice={choice} />
        </Dialog>
      </Popover>
    </>
  );
}
