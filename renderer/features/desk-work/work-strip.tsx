import { memo, type ReactElement, useCallback } from 'react';
import type { Disposition } from '#classifier/core/disposition.ts';
import type { EvidenceDetail } from '#contract/views.ts';
import { useSay } from '../../strings/use-say.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { focusList } from '../queue/search-field.ts';
import { CopyRequest } from './copy-request.tsx';
import { DispositionChoice } from './disposition-choice.tsx';
import { NO_WORK } from './no-work.ts';
import { OpinionLine } from './opinion-line.tsx';
import { RecheckField } from './recheck-field.tsx';
import { SavedLine } from './saved-line.tsx';
import { useWork } from './use-work.ts';

const MOST_IN_NOTE = 4000;
const MOST_IN_NAME = 60;

interface WorkStripProps {
  readonly headlineId: number;
  /** Null while the evidence is on its way. */
  readonly detail: EvidenceDetail | null;
}

/** What the desk does about the selected headline, apart from its label: what becomes of it, a note, who, and when. */
export const WorkStrip = memo(function WorkStrip({ headlineId, detail }: WorkStripProps): ReactElement {
  const { say } = useSay();
  const { view, change, undo } = useWork(headlineId);
  const work = view?.work ?? NO_WORK;
  const choose = useCallback(
    (value: Disposition | null) => change({ field: 'disposition', value }),
    [change],
  );
  const note = useCallback((value: string) => change({ field: 'note', value: textOf(value) }), [change]);
  const assign = useCallback(
    (value: string) => change({ field: 'assignee', value: textOf(value) }),
    [change],
  );
  const lookAgain = useCallback((value: string | null) => change({ field: 'recheck', value }), [change]);
  return (
    <section className="work" aria-label={say('work.title')} aria-busy={view === null}>
      <div className="work-row">
        <DispositionChoice chosen={work.disposition} onChoose={choose} />
        <SavedLine last={view?.last ?? null} onUndo={undo} />
        <CopyRequest detail={detail?.headline.id === headlineId ? detail : null} work={work} />
      </div>
      <div className="work-row">
        <DraftField
          subject={headlineId}
          label={say('work.note')}
          hint={say('work.note.hint')}
          className="work-note"
          value={work.note ?? ''}
          mostCharacters={MOST_IN_NOTE}
          onSave={note}
          onDone={focusList}
        />
        <DraftField
          subject={headlineId}
          label={say('work.assignee')}
          hint={say('work.assignee.hint')}
          className="work-assignee"
          value={work.assignee ?? ''}
          mostCharacters={MOST_IN_NAME}
          names={view?.names}
          onSave={assign}
          onDone={focusList}
        />
        <RecheckField headlineId={headlineId} day={work.recheck} onChange={lookAgain} />
      </div>
      {view !== null && <OpinionLine view={view} />}
    </section>
  );
});

function textOf(value: string): string | null {
  return value === '' ? null : value;
}
