import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PlaceView } from '#contract/desk-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';

const MOST_SHOWN = 60;

interface HeadlineLinkProps {
  readonly text: string;
  /** Null where no list has the headline any more. */
  readonly place: PlaceView | null;
}

/** A headline that is shown in its list at a press. */
export function HeadlineLink({ text, place }: HeadlineLinkProps): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const shown = <PlainText text={shorten(text, MOST_SHOWN)} />;
  if (place === null) return <span className="headline-link">{shown}</span>;
  return (
    <Button
      className="link headline-link"
      aria-label={say('today.show', { headline: shorten(text, MOST_SHOWN) })}
      onPress={() => {
        desk.showHeadline(place.feedId, place.headlineId);
        desk.store.dispatch({ type: 'view-chosen', view: 'desk' });
      }}
    >
      {shown}
    </Button>
  );
}
