import type { ReactElement } from 'react';
import type { OpinionView, WorkView } from '#contract/desk-views.ts';
import { type Speech, useSay } from '../../strings/use-say.ts';
import { nameOf } from '../editors/editor-name.ts';
import { labelName } from '../labels/label-names.ts';

/** What editors said of the headline, where that is more than one's own label. */
export function OpinionLine({ view }: { readonly view: WorkView }): ReactElement | null {
  const speech = useSay();
  const { say } = speech;
  const { opinions, ruling, isContested } = view;
  if (ruling !== null) {
    const label = say(labelName(ruling.label));
    return <p className="work-line">{say('work.ruled', { who: nameOf(ruling.annotator, speech), label })}</p>;
  }
  if (opinions.length < 2) return null;
  return (
    <p className={isContested ? 'work-line work-contested' : 'work-line'}>
      {say(isContested ? 'work.contested' : 'work.opinions', { opinions: opinionsText(opinions, speech) })}
    </p>
  );
}

/** Who said what, in one line. */
function opinionsText(opinions: readonly OpinionView[], speech: Speech): string {
  const { say, language } = speech;
  return opinions
    .map(({ annotator, label }) =>
      say('work.opinion', { who: nameOf(annotator, speech), label: say(labelName(label)) }),
    )
    .join(language === 'en' ? ', ' : '，');
}
