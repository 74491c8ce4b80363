import { type ReactElement, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { useKeyTexts } from '../keys/use-key-text.ts';

const STEPS = [1, 2, 3, 4, 5] as const;

/**
 * What an editor has to know, in five steps, each beside the part of the window that it is about. The window can be
 * used meanwhile. It is shown with the first list, and again from the help menu.
 */
export function TourCard({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const keyTexts = useKeyTexts();
  const [at, setAt] = useState(0);
  const step = STEPS[at] ?? 1;
  const isLast = at === STEPS.length - 1;
  const keys = {
    undo: keyTexts('undo')[0] ?? '',
    redo: keyTexts('redo')[0] ?? '',
    commands: keyTexts('commands')[0] ?? '',
  };
  useEffect(() => {
    document.documentElement.dataset.tour = String(step);
    return () => {
      delete document.documentElement.dataset.tour;
    };
  }, [step]);

  function end(): void {
    void desk.prefer({ isTourSeen: true });
    onClose();
  }

  return (
    <section className={`tour tour-${step}`} aria-label={say('tour.title')}>
      <div className="tour-text" aria-live="polite">
        <p className="tour-step">{say('tour.step', { step, steps: STEPS.length })}</p>
        <h2>{say(`tour.${step}.title`)}</h2>
        <p>{say(`tour.${step}`, keys)}</p>
      </div>
      <p className="tour-buttons">
        {!isLast && (
          <Button className="link" onPress={end}>
            {say('tour.skip')}
          </Button>
        )}
        <span className="spring" />
        {at > 0 && (
          <Button className="plain-button" onPress={() => setAt(at - 1)}>
            {say('tour.back')}
          </Button>
        )}
        <Button className="main-button" onPress={isLast ? end : () => setAt(at + 1)}>
          {say(isLast ? 'tour.done' : 'tour.next')}
        </Button>
      </p>
    </section>
  );
}
