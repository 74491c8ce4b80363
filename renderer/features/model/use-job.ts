import { useEffect, useState } from 'react';
import type { Result } from '#classifier/core/result.ts';
import type { JobView } from '#contract/model-views.ts';
import type { Api } from '../../api.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import type { Unwrap } from '../status/use-trouble.ts';

/** Milliseconds between two questions about a computation under way. */
const ASK_AGAIN = 250;

/**
 * What is known of a computation about the present model: asked until it is done, and anew when the model changes.
 * @param question the same function at every drawing, or it is asked anew
 * @param unwrap tells trouble; by default the window's messages do
 */
export function useJob<T>(
  question: (api: Api) => Promise<Result<JobView<T>>>,
  unwrap?: Unwrap,
): JobView<T> | null {
  const desk = useDesk();
  const model = useDeskState((state) => state.status.about?.model);
  const [job, setJob] = useState<JobView<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new model is a new question.
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    const ask = async () => {
      const answer = (unwrap ?? desk.unwrap)(await question(desk.api));
      if (isOver || answer === null) return;
      setJob(answer);
      if (answer.progress < 1) timer = window.setTimeout(ask, ASK_AGAIN);
    };
    void ask();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [desk, question, model, unwrap]);
  return job;
}
