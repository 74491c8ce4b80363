import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AgreementView, ContestedView } from '#contract/desk-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { DECISIONS } from '../labels/decisions.ts';
import { rule } from './editor-actions.ts';
import { Opinions } from './opinions.tsx';

interface ContestedProps {
  readonly agreement: AgreementView;
  readonly onRuled: (next: AgreementView | null) => void;
}

/** The headlines on which editors differ, each with the four rulings. */
export function Contested({ agreement, onRuled }: ContestedProps): ReactElement {
  const { say } = useSay();
  const { contested, contestedInAll } = agreement;
  return (
    <section className="card">
      <h2>{say('editors.differ')}</h2>
      <p className="card-lead">
        {contestedInAll === 0
          ? say('editors.differ.empty')
          : say('editors.differ.count', { count: contestedInAll })}
      </p>
      <ul className="differences">
        {contested.map((one) => (
          <Difference key={one.digest} one={one} onRuled={onRuled} />
        ))}
      </ul>
    </section>
  );
}

interface DifferenceProps {
  readonly one: ContestedView;
  readonly onRuled: ContestedProps['onRuled'];
}

function Difference({ one, onRuled }: DifferenceProps): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const headline = shorten(one.text, 40);
  return (
    <li className="difference">
      <p className="difference-text">
        <PlainText text={one.text} />
      </p>
      <Opinions opinions={one.opinions} />
      <fieldset className="rulings">
        <legend className="field-label">{say('editors.rule')}</legend>
        {DECISIONS.map(({ name, label }) => (
          <Button
            key={name}
            className="plain-button"
            aria-label={say('editors.rule.of', { label: say(name), headline })}
            onPress={() => void rule(desk, one.digest, label).then(onRuled)}
          >
            {say(name)}
          </Button>
        ))}
      </fieldset>
    </li>
  );
}
