import { memo, type ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { DISPOSITIONS, type Disposition } from '#classifier/core/disposition.ts';
import { useSay } from '../../strings/use-say.ts';

interface DispositionChoiceProps {
  readonly chosen: Disposition | null;
  /** Called with null where the chosen one is taken back. */
  readonly onChoose: (disposition: Disposition | null) => void;
}

/** What becomes of a headline. */
export const DispositionChoice = memo(function DispositionChoice({
  chosen,
  onChoose,
}: DispositionChoiceProps): ReactElement {
  const { say } = useSay();
  return (
    <ToggleButtonGroup
      aria-label={say('work.disposition')}
      className="dispositions"
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [now = null] = keys;
        onChoose(now as Disposition | null);
      }}
    >
      {DISPOSITIONS.map((one) => (
        <ToggleButton key={one} id={one} className={`disposition disposition-${one}`}>
          {say(`work.disposition.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
});
