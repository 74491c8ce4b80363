import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { Api } from '../../api.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';
import { LearningCurve } from '../charts/learning-curve.tsx';
import { PrecisionRecall } from '../charts/precision-recall.tsx';
import { Reliability } from '../charts/reliability.tsx';
import { TeachingCard } from '../charts/teaching-card.tsx';
import { AxisPicker } from './axis-picker.tsx';
import { Balance } from './balance.tsx';
import { Confusion } from './confusion.tsx';
import { FiguresTable } from './figures-table.tsx';
import { JobProgress } from './job-progress.tsx';
import { useJob } from './use-job.ts';

const askQuality = (api: Api) => api.request('model.quality', {});
const askCurve = (api: Api) => api.request('model.curve', {});

interface QualityPageProps {
  readonly axis: Axis;
  readonly onAxis: (axis: Axis) => void;
}

/** How well the model judges on one axis. */
export function QualityPage({ axis, onAxis }: QualityPageProps): ReactElement {
  const { say } = useSay();
  const name = useAxisName(axis);
  const job = useJob(askQuality);
  const curve = useJob(askCurve);
  const quality = job?.value ?? null;
  return (
    <>
      <div className="model-bar">
        <AxisPicker axis={axis} onChange={onAxis} />
        <JobProgress job={job} />
      </div>
      {quality?.labels === 0 && (
        <TeachingCard title={say('model.teach.title')}>{say('model.teach.text')}</TeachingCard>
      )}
      {quality !== null && quality.labels > 0 && (
        <div className={`cards axis-${axis}`}>
          <FiguresTable axis={axis} quality={quality} />
          <Balance axis={axis} quality={quality.axes[axis]} />
          {curve === null || curve.value === null ? (
            <section className="card">
              <h2>{say('curve.title')}</h2>
              <JobProgress job={curve} />
            </section>
          ) : (
            <LearningCurve axis={axis} points={curve.value[axis]} />
          )}
          <Reliability axis={axis} quality={quality.axes[axis]} />
          <PrecisionRecall
            name={name}
            lead={say('recall.lead', {
              share: share(quality.axes[axis].baseRate),
              axis: name,
            })}
            points={quality.axes[axis].precisionRecall}
          />
          <Confusion axis={axis} confusion={quality.axes[axis].confusion} />
        </div>
      )}
    </>
  );
}
