import type { ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { platform } from '../../api.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { VIEWS, type View } from './views.ts';

/** The pages of the window: one stop of the Tab key, arrows between them. */
export function ViewRail(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const view = useDeskState((state) => state.view);
  const control = platform === 'darwin' ? '⌘' : 'Ctrl+';
  return (
    <nav className="rail" aria-label={say('view.choose')}>
      <ToggleButtonGroup
        orientation="vertical"
        aria-label={say('view.choose')}
        className="rail-views"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          desk.store.dispatch({ type: 'view-chosen', view: chosen as View });
        }}
      >
        {VIEWS.map((one, at) => (
          <ToggleButton key={one} id={one} className="rail-view">
            <span>{say(`view.${one}`)}</span>
            <span className="rail-key" aria-hidden="true">
              {control}
              {at + 1}
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </nav>
  );
}
