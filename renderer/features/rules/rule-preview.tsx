import { type ReactElement, useCallback } from 'react';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import type { RulePreviewView } from '#contract/reason-views.ts';
import type { Api } from '../../api.ts';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { JobProgress } from '../model/job-progress.tsx';
import { useJob } from '../model/use-job.ts';
import type { Unwrap } from '../status/use-trouble.ts';

interface RulePreviewProps {
  readonly ruleId: string;
  readonly points: RulePointsChoice;
  readonly unwrap: Unwrap;
}

/** How many headlines of the list would change their band, and which. */
export function RulePreview({ ruleId, points, unwrap }: RulePreviewProps): ReactElement {
  const feedId = useDeskState((state) => state.queue.feedId) ?? 'all';
  const question = useCallback(
    (api: Api) => api.request('rule.preview', { feedId, ruleId, points }),
    [feedId, ruleId, points],
  );
  const job = useJob(question, unwrap);
  return (
    <section className="rule-preview" aria-live="polite">
      <JobProgress job={job} />
      {job?.progress === 1 && job.value !== null && <Effect preview={job.value} />}
    </section>
  );
}

function Effect({ preview }: { readonly preview: RulePreviewView }): ReactElement {
  const { say } = useSay();
  const { headlines, hits, moved, ways, examples } = preview;
  return (
    <>
      <p>
        <strong>{say('rule.effect', { moved })}</strong> {say('rule.effect.of', { headlines, hits })}
      </p>
      <ul className="rule-ways">
        {ways.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            {say('rule.way', { from: say(`band.${from}`), to: say(`band.${to}`), count })}
          </li>
        ))}
      </ul>
      {examples.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, also by keyboard.
        <ul className="rule-examples" tabIndex={0} aria-label={say('rule.examples')}>
          {examples.map(({ text, from, to, place }) => (
            <li key={place.headlineId}>
              <span className="rule-way">
                {say(`band.${from}`)} → {say(`band.${to}`)}
              </span>
              <bdi>
                <PlainText text={text} />
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {moved > examples.length && <p>{say('rule.examples.more', { count: moved - examples.length })}</p>}
    </>
  );
}
