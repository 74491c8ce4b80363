import type { ReactElement } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { filterName } from './filter-names.ts';
import { filtersOf, without } from './list-choice.ts';
import { focusList } from './search-field.ts';
import { useCounts } from './use-counts.ts';

/** In the place of an empty list: which filters hide how much, each to be taken away by a press. */
export function NothingFound(): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say, tell } = speech;
  const { choice, ruleName, whole } = useDeskState((state) => state.queue);
  const filters = filtersOf(choice);
  const ways = filters.map((filter) => ({ filter, choice: without(choice, [filter]) }));
  const counts = useCounts(ways.map((way) => way.choice));
  return (
    <div className="nothing-found" role="status">
      <p>{say('queue.nothing', { count: whole })}</p>
      {ways.length > 1 && (
        <ul className="nothing-ways">
          {ways.map((way, at) => {
            const name = filterName(choice, way.filter, ruleName && tell(ruleName), speech);
            const count = counts?.[at];
            return (
              <li key={way.filter}>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    desk.choose(way.choice);
                    focusList();
                  }}
                >
                  {count === undefined
                    ? say('queue.nothing.without', { name })
                    : say('queue.nothing.without.count', { name, count })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <button
        type="button"
        className="quiet"
        onClick={() => {
          desk.choose(without(choice, filters));
          focusList();
        }}
      >
        {say('queue.nothing.all', { count: whole })}
      </button>
    </div>
  );
}
