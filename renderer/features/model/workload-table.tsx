import type { ReactElement } from 'react';
import type { ExpectedView } from '#contract/model-views.ts';
import type { StringKey } from '../../strings/index.ts';
import { useSay } from '../../strings/use-say.ts';
import { perHundred, share } from '../../ui/figures.ts';

interface WorkloadTableProps {
  readonly present: ExpectedView;
  readonly tried: ExpectedView;
  /** True while the sliders stand where the model is. */
  readonly isPresent: boolean;
}

const ROWS = [
  ['workload.flagged', 'flagged'],
  ['workload.checked', 'checked'],
  ['workload.passed', 'passed'],
  ['workload.missed', 'missed'],
  ['workload.false.alarms', 'falseAlarms'],
  ['workload.cost', 'cost'],
] as const satisfies readonly (readonly [StringKey, keyof ExpectedView])[];

/** What a hundred headlines would bring the desk, now and with the sliders as they stand. */
export function WorkloadTable({ present, tried, isPresent }: WorkloadTableProps): ReactElement {
  const { say } = useSay();
  return (
    <section className="card" aria-live="polite">
      <h2>{say('workload.title')}</h2>
      <Hundred expected={tried} />
      <table className="figures workload">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('workload.now')}</th>
            {!isPresent && <th scope="col">{say('workload.tried')}</th>}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([name, key]) => (
            <tr key={key}>
              <th scope="row">
                {say(name)}
                {(key === 'flagged' || key === 'checked') && (
                  <span className="figure-means">
                    {say('workload.from', { cut: share(tried.cuts[key === 'flagged' ? 'flag' : 'check']) })}
                  </span>
                )}
              </th>
              <td>
                <strong className="figure-value">{perHundred(present[key])}</strong>
              </td>
              {!isPresent && (
                <td>
                  <strong className="figure-value">{perHundred(tried[key])}</strong>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A hundred headlines as a bar of three bands. */
function Hundred({ expected }: { readonly expected: ExpectedView }): ReactElement {
  const { say } = useSay();
  const { passed, checked, flagged } = expected;
  return (
    <>
      <svg className="hundred" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect className="hundred-flag" width={flagged} height={10} />
        <rect className="hundred-check" x={flagged} width={checked} height={10} />
        <rect className="hundred-pass" x={flagged + checked} width={passed} height={10} />
      </svg>
      <p className="hundred-legend" aria-hidden="true">
        <span className="key-flag">{say('band.flag')}</span>
        <span className="key-check">{say('band.check')}</span>
        <span className="key-pass">{say('band.pass')}</span>
      </p>
    </>
  );
}
