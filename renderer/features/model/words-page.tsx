import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { RuleView, WordView } from '#contract/model-views.ts';
import type { Api } from '../../api.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { points, shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { DataTable } from '../charts/data-table.tsx';
import { TeachingCard } from '../charts/teaching-card.tsx';
import { AxisPicker } from './axis-picker.tsx';
import { JobProgress } from './job-progress.tsx';
import { useJob } from './use-job.ts';

const askWords = (api: Api) => api.request('model.words', {});

interface WordsPageProps {
  readonly axis: Axis;
  readonly onAxis: (axis: Axis) => void;
}

/** The words and rules that weigh most on an axis. */
export function WordsPage({ axis, onAxis }: WordsPageProps): ReactElement {
  const { say, tell } = useSay();
  const name = useAxisName(axis);
  const job = useJob(askWords);
  const words = job?.value?.[axis];
  const counts = [say('words.yes', { axis: name }), say('words.no', { axis: name })];
  const wordRows = (rows: readonly WordView[]) =>
    rows.map(({ word, logOdds, yes, no }) => [
      <PlainText key="word" text={shorten(word, 24)} />,
      points(logOdds),
      yes,
      no,
    ]);
  const ruleRows = (rows: readonly RuleView[]) =>
    rows.map((rule) => [
      tell(rule.description),
      points(rule.points),
      points(rule.logOdds),
      rule.yes,
      rule.no,
    ]);
  return (
    <>
      <div className="model-bar">
        <AxisPicker axis={axis} onChange={onAxis} />
        <JobProgress job={job} />
      </div>
      {words !== undefined && words.for.length + words.against.length + words.rules.length === 0 && (
        <TeachingCard title={say('model.teach.title')}>{say('model.teach.text')}</TeachingCard>
      )}
      {words !== undefined && (
        <div className={`cards words axis-${axis}`}>
          <section className="card">
            <h2>{say('words.for', { axis: name })}</h2>
            <p className="card-lead">{say('words.lead')}</p>
            <DataTable
              caption={say('words.for', { axis: name })}
              head={[say('words.word'), say('words.points'), ...counts]}
              rows={wordRows(words.for)}
            />
          </section>
          <section className="card">
            <h2>{say('rules.title')}</h2>
            <p className="card-lead">
              {say('rules.lead')} {words.unmet > 0 && say('rules.unmet', { count: words.unmet })}
            </p>
            <DataTable
              caption={say('rules.title')}
              head={[say('rules.rule'), say('rules.began'), say('rules.now'), ...counts]}
              rows={ruleRows(words.rules)}
            />
          </section>
          <section className="card">
            <h2>{say('words.against', { axis: name })}</h2>
            <DataTable
              caption={say('words.against', { axis: name })}
              head={[say('words.word'), say('words.points'), ...counts]}
              rows={wordRows(words.against)}
            />
          </section>
        </div>
      )}
    </>
  );
}
