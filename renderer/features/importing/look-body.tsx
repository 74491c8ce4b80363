import type { ReactElement } from 'react';
import type { ImportLook } from '#contract/import-channels.ts';
import { useSay } from '../../strings/use-say.ts';
import { PlainText } from '../../ui/plain-text.tsx';

/** What was found in a source: how many headlines, the first of them, and what would be left out. */
export function LookBody({ look }: { readonly look: ImportLook }): ReactElement {
  const { say, tell, language } = useSay();
  const number = (value: number) => value.toLocaleString(language);
  const hasSource = look.rows.some(({ source }) => source !== null);
  const hasTime = look.rows.some(({ publishedAt }) => publishedAt !== null);
  const hasUrl = look.rows.some(({ url }) => url !== null);
  return (
    <>
      <p className="import-count" aria-live="polite">
        {say('import.found', { count: number(look.headlines) })}
        {look.rejected > 0 && ` ${say('import.rejected', { count: number(look.rejected) })}`}
        {look.known && ` ${say('import.known')}`}
      </p>
      {look.notes.length > 0 && (
        <ul className="import-notes">
          {look.notes.map((note) => (
            <li key={note.en}>{tell(note)}</li>
          ))}
        </ul>
      )}
      <div className="import-rows">
        <table className="import-table">
          <caption className="unseen">{say('import.first')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('import.row')}</th>
              <th scope="col">{say('import.text')}</th>
              {hasSource && <th scope="col">{say('import.source')}</th>}
              {hasTime && <th scope="col">{say('import.time')}</th>}
              {hasUrl && <th scope="col">{say('import.url')}</th>}
            </tr>
          </thead>
          <tbody>
            {look.rows.map(({ row, text, source, publishedAt, url }) => (
              <tr key={row}>
                <td className="import-number">{row}</td>
                <td>
                  <PlainText text={text} />
                </td>
                {hasSource && <td>{source}</td>}
                {hasTime && <td className="import-time">{publishedAt?.slice(0, 16).replace('T', ' ')}</td>}
                {hasUrl && <td className="import-url">{url}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {look.leftOut.length > 0 && (
        <ul className="import-left-out">
          {look.leftOut.map(({ reason, lines }) => (
            <li key={reason.en}>{say('import.left.out', { reason: tell(reason), lines: number(lines) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
