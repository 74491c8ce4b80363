import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ExpectedView, VersionsView } from '#contract/model-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';
import { type CurveMark, PrecisionRecall } from '../charts/precision-recall.tsx';
import { TeachingCard } from '../charts/teaching-card.tsx';
import { isSameTable, type Worths, worthsOf } from './costs.ts';
import { JobProgress } from './job-progress.tsx';
import { applyCosts } from './model-actions.ts';
import { UndoChange } from './undo-change.tsx';
import { useWorkload } from './use-workload.ts';
import { WorkloadTable } from './workload-table.tsx';
import { WorthSlider } from './worth-slider.tsx';

/** The cost slider: what the bands would cost the desk, before and after it is applied. */
export function WorkloadPage({ versions }: { readonly versions: VersionsView | null }): ReactElement | null {
  const present = versions?.versions.find((version) => version.isPresent)?.costs;
  if (present === undefined) return null;
  return <Tuning key={JSON.stringify(present)} present={worthsOf(present)} versions={versions} />;
}

interface TuningProps {
  readonly present: Worths;
  readonly versions: VersionsView | null;
}

function Tuning({ present, versions }: TuningProps): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const [worths, setWorths] = useState(present);
  const tried = useWorkload(worths);
  const now = useWorkload(present);
  const isPresent = tried !== null && isSameTable(tried.present, worths);
  const doubtful = say('workload.doubtful');
  return (
    <>
      <div className="model-bar">
        <p className="bar-lead">{say('workload.lead')}</p>
        <JobProgress job={tried && { model: '', progress: tried.progress, value: tried.expected }} />
      </div>
      <div className="cards">
        <section className="card">
          <h2>{say('workload.costs')}</h2>
          <p className="card-lead">{say('workload.costs.lead')}</p>
          <WorthSlider
            name={say('workload.miss')}
            worth={worths.miss}
            onChange={(miss) => setWorths({ ...worths, miss })}
          />
          <WorthSlider
            name={say('workload.false')}
            worth={worths.falseAlarm}
            onChange={(falseAlarm) => setWorths({ ...worths, falseAlarm })}
          />
          <div className="card-actions">
            <Button
              className="main-button"
              isDisabled={isPresent}
              onPress={() => void applyCosts(desk, worths)}
            >
              {say('workload.apply')}
            </Button>
            <Button className="plain-button" isDisabled={isPresent} onPress={() => setWorths(present)}>
              {say('workload.reset')}
            </Button>
            <UndoChange versions={versions} />
          </div>
        </section>
        {tried !== null && tried.expected === null && tried.progress === 1 && (
          <TeachingCard title={say('workload.title')}>
            {say('workload.one.class', { doubtful: tried.doubtful, ordinary: tried.ordinary })}
          </TeachingCard>
        )}
        {tried?.expected && now?.expected && (
          <>
            <PrecisionRecall
              name={doubtful}
              lead={say('recall.lead', { share: share(tried.share), axis: doubtful })}
              points={tried.precisionRecall}
              marks={marksOf(tried.expected, say('band.flag'), say('workload.mark.check'))}
            />
            <WorkloadTable present={now.expected} tried={tried.expected} isPresent={isPresent} />
          </>
        )}
      </div>
    </>
  );
}

function marksOf({ atFlag, atCheck }: ExpectedView, flag: string, check: string): CurveMark[] {
  const marks = [
    { kind: 'flag', name: flag, ...atFlag },
    { kind: 'check', name: check, ...atCheck },
  ] as const;
  return marks.flatMap((mark) => (mark.precision === null ? [] : [{ ...mark, precision: mark.precision }]));
}
