import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Result } from '#classifier/core/result.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import type { ModelFilesView, ModelFileView } from '#contract/model-file-channels.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { dayAndTime } from '../../ui/numbers.ts';
import { useTrouble } from '../status/use-trouble.ts';

/** Takes the model to another machine, and in from one: what was written or kept, and what is refused. */
export function ModelFilesCard(): ReactElement {
  const { api } = useDesk();
  const { say, language } = useSay();
  const { trouble, unwrap } = useTrouble();
  const [files, setFiles] = useState<ModelFilesView | null>(null);
  const [outcome, setOutcome] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const ask = useCallback(async () => setFiles(unwrap(await api.request('model.files', {}))), [api, unwrap]);
  useEffect(() => void ask(), [ask]);
  const run = async (
    asked: Promise<Result<ModelFileView | null>>,
    said: 'models.exported' | 'models.imported',
  ) => {
    setIsBusy(true);
    setOutcome('');
    const made = unwrap(await asked);
    setIsBusy(false);
    if (made === null) return;
    const { as, labels, fingerprint } = made;
    setOutcome(say(said, { as, labels, fingerprint }));
    if (said === 'models.imported') void ask();
  };
  const textIn = language === 'en' ? 'en' : 'zh';
  const troubles = [...(trouble === null ? [] : [trouble]), ...(files?.troubles ?? [])];
  return (
    <section className="card model-files" aria-label={say('models.title')}>
      <h2>{say('models.title')}</h2>
      <p className="card-lead">{say('models.lead')}</p>
      <p className="model-files-buttons">
        <Button
          className="plain-button"
          isDisabled={isBusy}
          onPress={() => void run(api.request('window.model-export', {}), 'models.exported')}
        >
          {say('models.export')}
        </Button>
        <Button
          className="plain-button"
          isDisabled={isBusy}
          onPress={() => void run(api.request('window.model-import', {}), 'models.imported')}
        >
          {say('models.import')}
        </Button>
      </p>
      <p role="status">{outcome}</p>
      {troubles.map((one) => (
        <p key={one.sentence.zh} className="sheet-trouble" role="alert">
          {troubleLine(one, textIn)}
        </p>
      ))}
      {files !== null && files.models.length > 0 && <Imported models={files.models} />}
    </section>
  );
}

function Imported({ models }: { readonly models: readonly ModelFileView[] }): ReactElement {
  const { say } = useSay();
  return (
    <table className="numbers">
      <caption className="unseen">{say('models.kept')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('models.kept')}</th>
          <th scope="col">{say('models.labels')}</th>
          <th scope="col">{say('models.made')}</th>
          <th scope="col">{say('models.fingerprint')}</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ as, labels, madeAt, fingerprint }) => (
          <tr key={as}>
            <th scope="row">{as}</th>
            <td>{labels}</td>
            <td>{dayAndTime(madeAt)}</td>
            <td>
              <code>{fingerprint}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
