import { memo, type ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { DISPOSITIONS, type Disposition } from '#classifier/core/disposition.ts';
import type { EvidenceDetail } from '#contract/views.ts';
import { useSay } from '../../strings/use-say.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { focusList } from '../queue/search-field.ts';
import { CopyRequest } from './copy-request.tsx';
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
  const text = (value: string) => (value === '' ? null : value);
  return (
    <section className="work" aria-label={say('work.title')} aria-busy={view === null}>
      <div className="work-row">
        <ToggleButtonGroup
          aria-label={say('work.disposition')}
          className="dispositions"
          selectionMode="single"
          selectedKeys={work.disposition === null ? [] : [work.disposition]}
          onSelectionChange={(keys) => {
            const [chosen = null] = keys;
            change({ field: 'disposition', value: chosen as Disposition | null });
          }}
        >
          {DISPOSITIONS.map((one) => (
            <ToggleButton key={one} id={one} className={`disposition disposition-${one}`}>
              {say(`work.disposition.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
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
          onSave={(note) => change({ field: 'note', value: text(note) })}
          onDone={focusList}
        />
        <DraftField
          subject={headlineId}
          label={say('work.assignee')}
          hint={say('work.assignee.hint')}
          className="work-assignee"
          value={work.assignee ?? ''}
          mostCharacters={MOST_IN_NAME}
          names={view?.names ?? []}
          onSave={(name) => change({ field: 'assignee', value: text(name) })}
          onDone={focusList}
        />
        <RecheckField
          headlineId={headlineId}
          day={work.recheck}
          onChange={(value) => change({ field: 'recheck', value })}
        />
      </div>
      {view !== null && <OpinionLine view={view} />}
    </section>
  );
});
