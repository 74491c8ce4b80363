import { type ReactElement, useId, useState } from 'react';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import { useSay } from '../../strings/use-say.ts';
import { readPoints } from './read-points.ts';

interface RuleFormProps {
  /** The points that the rule has now. */
  readonly points: number;
  /** Called with what is wanted; undefined for the rule as it is, or points that cannot be. */
  readonly onChange: (points: RulePointsChoice | undefined) => void;
}

type Kind = 'same' | 'off' | 'points';
const KINDS = ['same', 'off', 'points'] as const;

/** As it is, switched off, or other points. */
export function RuleForm({ points, onChange }: RuleFormProps): ReactElement {
  const { say } = useSay();
  const name = useId();
  const [kind, setKind] = useState<Kind>('same');
  const [text, setText] = useState(String(points));
  const choose = (next: Kind, value: string) => {
    setKind(next);
    setText(value);
    onChange(next === 'off' ? null : next === 'points' ? readPoints(value) : undefined);
  };
  const isBad = kind === 'points' && readPoints(text) === undefined;
  return (
    <fieldset className="rule-form">
      <legend className="unseen">{say('rule.what')}</legend>
      {KINDS.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={kind === one} onChange={() => choose(one, text)} />
          {say(`rule.${one}`, { points })}
        </label>
      ))}
      <input
        type="number"
        className="text-input rule-points"
        min={-3}
        max={4}
        step={0.1}
        aria-label={say('rule.points.new')}
        aria-invalid={isBad}
        value={text}
        onChange={(event) => choose('points', event.target.value)}
      />
      {isBad && <p role="alert">{say('rule.points.bad')}</p>}
    </fieldset>
  );
}
