import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AgreementView, RuledView } from '#contract/desk-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { dayAndTime, shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { labelName } from '../labels/label-names.ts';
import { undoEvent } from './editor-actions.ts';
import { nameOf } from './editor-name.ts';
import { Opinions } from './opinions.tsx';

interface RuledProps {
  readonly ruled: readonly RuledView[];
  readonly onUndone: (next: AgreementView | null) => void;
}

/** The latest rulings, each of which can be taken back. */
export function Ruled({ ruled, onUndone }: RuledProps): ReactElement | null {
  const desk = useDesk();
  const speech = useSay();
  const { say } = speech;
  if (ruled.length === 0) return null;
  return (
    <section className="card">
      <h2>{say('editors.ruled')}</h2>
      <ul className="differences">
        {ruled.map(({ eventId, text, ruling, opinions }) => (
          <li key={eventId} className="difference">
            <p className="difference-text">
              <PlainText text={text} />
            </p>
            <Opinions opinions={opinions} />
            <p className="ruling">
              <strong>
                {say('editors.ruled.as', {
                  who: nameOf(ruling.annotator, speech),
                  label: say(labelName(ruling.label)),
                })}
              </strong>{' '}
              <time dateTime={ruling.at}>{dayAndTime(ruling.at)}</time>{' '}
              <Button
                className="link"
                aria-label={say('editors.ruled.undo.of', { headline: shorten(text, 40) })}
                onPress={() => void undoEvent(desk, eventId).then(onUndone)}
              >
                {say('editors.ruled.undo')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
