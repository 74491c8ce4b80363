import type { ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { JobView } from '#contract/model-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';

/** How far a computation is; nothing once it is done. */
export function JobProgress({ job }: { readonly job: JobView<unknown> | null }): ReactElement | null {
  const { say } = useSay();
  if (job?.progress === 1) return null;
  const progress = job?.progress ?? 0;
  const isAgain = job !== null && job.value !== null;
  const text = say(isAgain ? 'model.working.again' : 'model.working', { percent: share(progress) });
  return (
    <ProgressBar className="job" aria-label={say('model.working', { percent: '' })} value={progress * 100}>
      <span>{text}</span>
      <span className="job-bar">
        <span className="job-done" style={{ width: share(progress) }} />
      </span>
    </ProgressBar>
  );
}
