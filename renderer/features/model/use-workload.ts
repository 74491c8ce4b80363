import { useEffect, useState } from 'react';
import type { WorkloadView } from '#contract/model-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { costsOf, type Worths } from './costs.ts';

const ASK_AGAIN = 250;

/** What a cost table would mean. The latest answer stays until the next. */
export function useWorkload(worths: Worths): WorkloadView | null {
  const desk = useDesk();
  const model = useDeskState((state) => state.status.about?.model);
  const [workload, setWorkload] = useState<WorkloadView | null>(null);
  const { miss, falseAlarm } = worths;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new model is a new question.
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    const ask = async () => {
      const costs = costsOf({ miss, falseAlarm });
      const answer = desk.unwrap(await desk.api.request('model.workload', { costs }));
      if (isOver || answer === null) return;
      setWorkload(answer);
      if (answer.progress < 1) timer = window.setTimeout(ask, ASK_AGAIN);
    };
    void ask();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [desk, model, miss, falseAlarm]);
  return workload;
}
