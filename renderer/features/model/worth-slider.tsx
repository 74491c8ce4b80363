import type { ReactElement } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { useSay } from '../../strings/use-say.ts';
import { LEAST_WORTH, MOST_WORTH } from './costs.ts';

interface WorthSliderProps {
  readonly name: string;
  readonly worth: number;
  readonly onChange: (worth: number) => void;
}

/** How many looks of an editor an outcome is worth. */
export function WorthSlider({ name, worth, onChange }: WorthSliderProps): ReactElement {
  const { say } = useSay();
  return (
    <Slider
      className="worth"
      minValue={LEAST_WORTH}
      maxValue={MOST_WORTH}
      step={0.5}
      value={worth}
      onChange={(value) => onChange(value as number)}
    >
      <Label>{name}</Label>
      <SliderOutput className="worth-value">{say('workload.looks', { looks: worth })}</SliderOutput>
      <SliderTrack className="worth-track">
        {({ state }) => (
          <>
            <span className="worth-filled" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="worth-thumb" />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
