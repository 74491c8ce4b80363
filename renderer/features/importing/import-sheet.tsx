import { type ReactElement, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  IMPORT_ENCODINGS,
  IMPORT_KINDS,
  type ImportChoices,
  type ImportOffer,
} from '#contract/import-channels.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { Choice } from '../queue/choice.tsx';
import { LookBody } from './look-body.tsx';

/** Shows what was found in a source, before anything of it is stored; several are shown one after another. */
export function ImportSheet(): ReactElement | null {
  const [offer, ...others] = useDeskState((state) => state.offers);
  return offer === undefined ? null : <OfferSheet key={offer.token} offer={offer} others={others.length} />;
}

function OfferSheet({
  offer,
  others,
}: {
  readonly offer: ImportOffer;
  readonly others: number;
}): ReactElement {
  const desk = useDesk();
  const { say, language } = useSay();
  const [isReading, setIsReading] = useState(false);
  const { look, trouble, name } = offer;
  const wanted = useRef(offer.choices);
  const choose = async (change: ImportChoices) => {
    const asked = { ...wanted.current, ...change };
    wanted.current = asked;
    setIsReading(true);
    await desk.readAgain(offer, asked);
    if (wanted.current === asked) setIsReading(false);
  };
  const count = (look?.headlines ?? 0).toLocaleString(language);
  return (
    <SheetPage
      title={say('import.title', { name })}
      className="import"
      trouble={trouble}
      onClose={() => void desk.dropOffer(offer)}
    >
      <fieldset className="import-choices" aria-busy={isReading}>
        <legend className="unseen">{say('import.how')}</legend>
        <OfferChoices offer={offer} onChoose={(change) => void choose(change)} />
      </fieldset>
      {look !== null && <LookBody look={look} />}
      <footer className="import-foot">
        {others > 0 && <span className="import-others">{say('import.others', { count: others })}</span>}
        <Button className="plain-button" onPress={() => void desk.dropOffer(offer)}>
          {say('import.not')}
        </Button>
        <Button
          className="main-button"
          autoFocus
          isDisabled={look === null}
          onPress={() => {
            if (!isReading) void desk.storeOffer(offer);
          }}
        >
          {look?.known ? say('import.show.known') : say('import.store', { count })}
        </Button>
      </footer>
    </SheetPage>
  );
}

interface OfferChoicesProps {
  readonly offer: ImportOffer;
  readonly onChoose: (change: ImportChoices) => void;
}

/** How a source is read: what was found, and what may be chosen instead. */
function OfferChoices({ offer: { look, choices }, onChoose }: OfferChoicesProps): ReactElement {
  const { say } = useSay();
  const kind = choices.kind ?? look?.kind ?? 'list';
  const isPacked = kind === 'xlsx' || kind === 'docx' || kind === 'zip';
  const kinds = IMPORT_KINDS.map((one) => [one, say(`import.kind.${one}`)] as const);
  const encoding = choices.encoding ?? look?.encoding;
  return (
    <>
      <Choice
        name={say('import.kind')}
        value={kind}
        options={isPacked ? [[kind, say(`import.kind.${kind}`)]] : kinds}
        onChoose={(value) => {
          const chosen = IMPORT_KINDS.find((one) => one === value);
          if (chosen !== undefined) onChoose({ kind: chosen });
        }}
      />
      {!isPacked && encoding !== null && (
        <Choice
          name={say('import.encoding')}
          value={encoding ?? ''}
          options={[
            ...(encoding === undefined ? [['', say('import.encoding.unknown')] as const] : []),
            ...IMPORT_ENCODINGS.map((one) => [one, say(`import.encoding.${one}`)] as const),
          ]}
          onChoose={(value) => {
            const chosen = IMPORT_ENCODINGS.find((one) => one === value);
            if (chosen !== undefined) onChoose({ encoding: chosen });
          }}
        />
      )}
      {look?.sheets && look.sheets.length > 1 && (
        <Choice
          name={say('import.sheet')}
          value={look.sheet ?? ''}
          options={look.sheets.map((sheet) => [sheet, sheet] as const)}
          onChoose={(sheet) => onChoose({ sheet })}
        />
      )}
      {look?.columns && (
        <Choice
          name={say('import.column')}
          value={look.column ?? ''}
          options={look.columns.map((column) => [column, column] as const)}
          onChoose={(column) => onChoose({ column })}
        />
      )}
    </>
  );
}
