import type { ReactElement } from 'react';
import { AXIS_CHOICES, BAND_CHOICES, SORT_KEYS } from '#contract/names.ts';
import { useDesk } from '../../state/use-desk.ts';
import type { StringKey } from '../../strings/index.ts';
import { useSay } from '../../strings/use-say.ts';
import { EVERYTHING, type ListChoice } from './queue-state.ts';
import { focusList } from './search-field.ts';

/** True for the whole feed, in whatever order. */
export function isWhole({ search, band, axis, labelled }: ListChoice): boolean {
  return search === '' && band === null && axis === null && labelled === null;
}

type SortKey = ListChoice['sort']['by'];

const BAND_NAMES = {
  pass: 'band.pass',
  check: 'band.check',
  flag: 'band.flag',
  unsure: 'band.insufficient',
} as const;
const RISING: readonly SortKey[] = ['position', 'text'];

/** In which order the list is, and what of it is shown. */
export function Choices({ choice }: { readonly choice: ListChoice }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const choose = (change: Partial<ListChoice>) => {
    desk.choose(change);
    focusList();
  };
  return (
    <div className="choices">
      <Choice
        name={say('choose.sort')}
        value={choice.sort.by}
        options={SORT_KEYS.map((by) => [by, say(`choose.sort.${by}`)])}
        onChoose={(by) => choose({ sort: { by, falling: !RISING.includes(by) } })}
      />
      <Choice
        name={say('choose.band')}
        value={choice.band ?? ''}
        options={[['', say('choose.band.all')], ...named(BAND_CHOICES, (band) => say(BAND_NAMES[band]))]}
        onChoose={(band) => choose({ band: band === '' ? EVERYTHING.band : band })}
      />
      <Choice
        name={say('choose.axis')}
        value={choice.axis ?? ''}
        options={[
          ['', say('choose.axis.all')],
          ...named(AXIS_CHOICES, (axis) => say(`axis.${axis}` as StringKey)),
        ]}
        onChoose={(axis) => choose({ axis: axis === '' ? null : axis })}
      />
      <Choice
        name={say('choose.labelled')}
        value={choice.labelled === null ? '' : choice.labelled ? 'yes' : 'no'}
        options={[
          ['', say('choose.labelled.all')],
          ['no', say('choose.labelled.no')],
          ['yes', say('choose.labelled.yes')],
        ]}
        onChoose={(labelled) => choose({ labelled: labelled === '' ? null : labelled === 'yes' })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, value, options, onChoose }: ChoiceProps<Value>): ReactElement {
  return (
    <select
      className="choice"
      aria-label={name}
      value={value}
      onChange={(event) => onChoose(event.target.value as Value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

function named<Value extends string>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): readonly (readonly [Value, string])[] {
  return values.map((value) => [value, nameOf(value)]);
}
