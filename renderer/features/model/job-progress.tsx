import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { JobView } from '#contract/model-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';

/** How far a computation is, and the way to stop it; nothing once it is done. */
export function JobProgress({ job }: { readonly job: JobView<unknown> | null }): ReactElement | null {
  const desk = useDesk();
  const { say } = useSay();
  if (job?.progress === 1) return null;
  const progress = job?.progress ?? 0;
  const isAgain = job !== null && job.value !== null;
  const text = say(isAgain ? 'model.working.again' : 'model.working', { percent: share(progress) });
  const isStopped = job?.isStopped ?? false;
  return (
    <div className="job">
      <ProgressBar className="job" aria-label={say('model.working', { percent: '' })} value={progress * 100}>
        <span>{isStopped ? say('model.stopped', { percent: share(progress) }) : text}</span>
        <span className="job-bar">
          <span className="job-done" style={{ width: share(progress) }} />
        </span>
      </ProgressBar>
      <Button className="link" onPress={() => void desk.api.request('model.stop', { isStopped: !isStopped })}>
        {say(isStopped ? 'model.go.on' : 'model.stop')}
      </Button>
    </div>
  );
}
