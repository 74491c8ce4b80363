import type { ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import { useSay } from '../../strings/use-say.ts';

interface AxisPickerProps {
  readonly axis: Axis;
  readonly onChange: (axis: Axis) => void;
}

/** Which of the two questions a page is about. */
export function AxisPicker({ axis, onChange }: AxisPickerProps): ReactElement {
  const { say } = useSay();
  return (
    <ToggleButtonGroup
      className="axis-picker"
      aria-label={say('model.axis.choose')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[axis]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        onChange(chosen as Axis);
      }}
    >
      {AXES.map((one) => (
        <ToggleButton key={one} id={one} className={`axis-choice axis-${one}`}>
          {say(`axis.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
