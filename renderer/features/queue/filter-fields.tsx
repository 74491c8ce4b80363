import type { ReactElement } from 'react';
import type { ListChoice } from '#contract/list-channels.ts';
import { AXIS_CHOICES, BAND_CHOICES, DISPOSITION_CHOICES } from '#contract/names.ts';
import { useDesk } from '../../state/use-desk.ts';
import { type Speech, useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { nameOf } from '../editors/editor-name.ts';
import { Choice, type Options } from './choice.tsx';
import { DaysField } from './days-field.tsx';
import { BAND_NAMES } from './filter-names.ts';
import { useFacets } from './use-facets.ts';

/** Characters of a rule's sentence in the list of rules. */
const MOST = 44;

/** A field for each filter. What is chosen is shown at once. */
export function FilterFields({ choice }: { readonly choice: ListChoice }): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say, tell } = speech;
  const facets = useFacets();
  const rules: Options = (facets?.rules ?? []).map(({ id, description, count }) => [
    id,
    say('filter.option', { name: shorten(tell(description), MOST), count }),
  ]);
  const annotators: Options = (facets?.annotators ?? []).map(({ name, count }) => [
    `=${name}`,
    say('filter.option', { name: nameOf(name, speech), count }),
  ]);
  return (
    <>
      {plainFields(choice, speech, (change) => desk.choose(change))}
      <Choice
        name={say('filter.field.annotator')}
        value={choice.annotator === null ? '' : `=${choice.annotator}`}
        options={[['', say('filter.any')], ...withPresent(annotators, choice.annotator, '=')]}
        onChoose={(value) => desk.choose({ annotator: value === '' ? null : value.slice(1) })}
      />
      <Choice
        name={say('filter.field.rule')}
        value={choice.rule ?? ''}
        options={[
          ['', facets === null ? say('filter.rules.loading') : say('filter.any')],
          ...withPresent(rules, choice.rule, ''),
        ]}
        onChoose={(value) => desk.choose({ rule: value === '' ? null : value })}
      />
      <DaysField
        name={say('filter.field.labelled.in')}
        days={choice.labelledIn}
        onChange={(labelledIn) => desk.choose({ labelledIn })}
      />
      <DaysField
        name={say('filter.field.dated.in')}
        days={choice.datedIn}
        onChange={(datedIn) => desk.choose({ datedIn })}
      />
    </>
  );
}

/** What is chosen stays to be seen, though nothing in the list has it. */
function withPresent(options: Options, present: string | null, before: string): Options {
  if (present === null || options.some(([value]) => value === before + present)) return options;
  return [...options, [before + present, present]];
}

function plainFields(
  choice: ListChoice,
  { say }: Speech,
  choose: (change: Partial<ListChoice>) => void,
): ReactElement {
  const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
  const fromYesNo = (value: string) => (value === '' ? null : value === 'yes');
  return (
    <>
      <Choice
        name={say('choose.band')}
        value={choice.band ?? ''}
        options={[
          ['', say('filter.any')],
          ...BAND_CHOICES.map((band) => [band, say(BAND_NAMES[band])] as const),
        ]}
        onChoose={(band) => choose({ band: BAND_CHOICES.find((one) => one === band) ?? null })}
      />
      <Choice
        name={say('choose.axis')}
        value={choice.axis ?? ''}
        options={[
          ['', say('filter.any')],
          ...AXIS_CHOICES.map((axis) => [axis, say(`axis.${axis}`)] as const),
        ]}
        onChoose={(axis) => choose({ axis: AXIS_CHOICES.find((one) => one === axis) ?? null })}
      />
      <Choice
        name={say('choose.labelled')}
        value={yesNo(choice.labelled)}
        options={[
          ['', say('filter.any')],
          ['no', say('choose.labelled.no')],
          ['yes', say('choose.labelled.yes')],
        ]}
        onChoose={(value) => choose({ labelled: fromYesNo(value) })}
      />
      <Choice
        name={say('filter.field.disposition')}
        value={choice.disposition ?? ''}
        options={[
          ['', say('filter.any')],
          ...DISPOSITION_CHOICES.map(
            (one) =>
              [one, say(one === 'none' ? 'filter.disposition.none' : `work.disposition.${one}`)] as const,
          ),
        ]}
        onChoose={(value) =>
          choose({ disposition: DISPOSITION_CHOICES.find((one) => one === value) ?? null })
        }
      />
      <Choice
        name={say('filter.field.flagged')}
        value={yesNo(choice.flagged)}
        options={[
          ['', say('filter.any')],
          ['yes', say('filter.flagged')],
          ['no', say('filter.not.flagged')],
        ]}
        onChoose={(value) => choose({ flagged: fromYesNo(value) })}
      />
      <Choice
        name={say('filter.field.skipped')}
        value={yesNo(choice.skipped)}
        options={[
          ['', say('filter.any')],
          ['yes', say('filter.skipped')],
          ['no', say('filter.not.skipped')],
        ]}
        onChoose={(value) => choose({ skipped: fromYesNo(value) })}
      />
    </>
  );
}
