import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { EXPORT_FORMATS, type ExportChoice } from '#contract/export-channels.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { Choice } from '../queue/choice.tsx';
import { queryOf } from '../queue/list-choice.ts';
import { useTrouble } from '../status/use-trouble.ts';

const SPLITS = ['0.1', '0.2', '0.3'] as const;

/** Which labels go out, and in which form. */
export function ExportSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const { feedId, choice: shown } = useDeskState((state) => state.queue);
  const [choice, setChoice] = useState<ExportChoice>({ format: 'jianwen' });
  const [isListOnly, setIsListOnly] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const { trouble, unwrap } = useTrouble();
  const change = (made: Partial<ExportChoice>) => setChoice({ ...choice, ...made });
  const without = (key: keyof ExportChoice) => {
    const { [key]: _, ...rest } = choice;
    setChoice({ format: choice.format, ...rest });
  };
  const list = isListOnly && feedId !== null ? { list: { feedId, ...queryOf(shown, new Date()) } } : {};
  const write = async () => {
    setIsWriting(true);
    const isWritten = await desk.exportDataSet({ ...choice, ...list }, unwrap);
    setIsWriting(false);
    if (isWritten) onClose();
  };
  return (
    <SheetPage title={say('export.title')} className="export" trouble={trouble} onClose={onClose}>
      <p className="export-lead">{say('export.lead')}</p>
      <div className="import-choices">
        <Choice
          name={say('export.format')}
          value={choice.format}
          options={EXPORT_FORMATS.map((format) => [format, say(`export.format.${format}`)] as const)}
          onChoose={(value) => {
            const format = EXPORT_FORMATS.find((one) => one === value);
            if (format !== undefined) change({ format });
          }}
        />
        <Choice
          name={say('export.which')}
          value={isListOnly ? 'list' : (choice.only ?? '')}
          options={[
            ['', say('export.which.all')],
            ...(feedId === null ? [] : [['list', say('export.which.list')] as const]),
            ['adjudicated', say('export.which.adjudicated')],
            ['random', say('export.which.random')],
          ]}
          onChoose={(value) => {
            setIsListOnly(value === 'list');
            if (value === 'adjudicated' || value === 'random') change({ only: value });
            else without('only');
          }}
        />
        <Choice
          name={say('export.split')}
          value={choice.split === undefined ? '' : String(choice.split)}
          options={[
            ['', say('export.split.none')],
            ...SPLITS.map(
              (share) => [share, say('export.split.share', { share: Number(share) * 100 })] as const,
            ),
          ]}
          onChoose={(value) => (value === '' ? without('split') : change({ split: Number(value) }))}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="filter">
            <span className="field-label">{say(`export.${end}`)}</span>
            <input
              type="date"
              className="choice"
              value={choice[end] ?? ''}
              onChange={({ target }) =>
                target.value === '' ? without(end) : change({ [end]: target.value })
              }
            />
          </label>
        ))}
      </div>
      <p className="export-holds">{say(`export.holds.${choice.format}`)}</p>
      <footer className="import-foot">
        <Button className="plain-button" onPress={onClose}>
          {say('export.not')}
        </Button>
        <Button className="main-button" autoFocus isDisabled={isWriting} onPress={() => void write()}>
          {say('export.write')}
        </Button>
      </footer>
    </SheetPage>
  );
}
