import { memo, type ReactElement } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { ViewBar } from '../views/view-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { OrderPicker } from './order-picker.tsx';
import { focusList } from './search-field.ts';

/** In which order the list is, what of it is shown, and whether stories are folded. */
export const Choices = memo(function Choices(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const choice = useDeskState((state) => state.queue.choice);
  const canFold = useDeskState((state) => state.queue.canFold);
  return (
    <div className="choices">
      <OrderPicker by={choice.sort.by} />
      <FilterMenu />
      <label className="fold-choice" title={say(canFold ? 'fold.hint' : 'fold.too.long')}>
        <input
          type="checkbox"
          checked={choice.fold && canFold}
          disabled={!canFold}
          onChange={(event) => {
            desk.choose({ fold: event.target.checked });
            focusList();
          }}
        />
        {say('fold.title')}
      </label>
      <ViewBar />
      {!canFold && <p className="fold-too-long">{say('fold.too.long')}</p>}
    </div>
  );
});
