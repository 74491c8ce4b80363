import type { ReactElement } from 'react';
import type { Days } from '#contract/list-channels.ts';
import { useSay } from '../../strings/use-say.ts';
import { Choice } from './choice.tsx';

interface DaysFieldProps {
  readonly name: string;
  readonly days: Days | null;
  readonly onChange: (days: Days | null) => void;
}

const LAST = [1, 7, 30] as const;

/** A stretch of days: the last few, or from one day to another. */
export function DaysField({ name, days, onChange }: DaysFieldProps): ReactElement {
  const { say } = useSay();
  const between = days?.kind === 'between' ? days : null;
  const present = days === null ? '' : days.kind === 'last' ? String(days.days) : 'between';
  return (
    <>
      <Choice
        name={name}
        value={present}
        options={[
          ['', say('filter.any')],
          ...LAST.map(
            (count) =>
              [String(count), count === 1 ? say('days.today') : say('days.last', { days: count })] as const,
          ),
          ['between', say('days.choose')],
        ]}
        onChoose={(value) => {
          if (value === '') onChange(null);
          else if (value === 'between') onChange({ kind: 'between', from: null, to: null });
          else onChange({ kind: 'last', days: Number(value) });
        }}
      />
      {between !== null && (
        <fieldset className="filter-days">
          <legend className="unseen">{name}</legend>
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span className="field-label">{say(`days.${end}`)}</span>
              <input
                type="date"
                className="choice"
                value={between[end] ?? ''}
                onChange={(event) => onChange({ ...between, [end]: event.target.value || null })}
              />
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
