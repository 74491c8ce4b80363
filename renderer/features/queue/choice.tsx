import { type ReactElement, useId } from 'react';

/** Values and what they are called. */
export type Options = readonly (readonly [string, string])[];

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: Options;
  readonly onChoose: (value: string) => void;
}

/** One of several values, with its name before it. */
export function Choice({ name, value, options, onChoose }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="filter">
      <label className="field-label" htmlFor={id}>
        {name}
      </label>
      <select id={id} className="choice" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
