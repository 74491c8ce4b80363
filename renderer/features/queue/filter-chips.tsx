import type { ReactElement } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { filterName } from './filter-names.ts';
import { EVERYTHING, filtersOf, without } from './list-choice.ts';
import { focusList } from './search-field.ts';

/** The filters that are set, each to be taken away by a press, and how much they hide. */
export function FilterChips(): ReactElement | null {
  const desk = useDesk();
  const speech = useSay();
  const { say, tell } = speech;
  const { choice, ruleName, found, whole, isLoading } = useDeskState((state) => state.queue);
  const filters = filtersOf(choice);
  if (filters.length === 0) return null;
  const show = (change: Partial<typeof choice>) => {
    desk.choose(change);
    focusList();
  };
  const hidden = whole - found;
  return (
    <div className="chips">
      <ul className="chip-list" aria-label={say('filter.present')}>
        {filters.map((filter) => {
          const name = filterName(choice, filter, ruleName && tell(ruleName), speech);
          return (
            <li key={filter}>
              <button
                type="button"
                className="chip"
                aria-label={say('filter.remove', { name })}
                onClick={() => show(without(choice, [filter]))}
              >
                <bdi>{name}</bdi>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        })}
      </ul>
      {!isLoading && hidden > 0 && (
        <p className="chips-hidden">
          {say('filter.hidden', { count: hidden })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => show({ ...EVERYTHING, sort: choice.sort, fold: choice.fold })}
          >
            {say('filter.show.all')}
          </button>
        </p>
      )}
    </div>
  );
}
