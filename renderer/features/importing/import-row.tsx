import type { ReactElement } from 'react';
import type { ImportProgress } from '#contract/events.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';

/** How far a long import has come, and the way to end it. */
export function ImportRow({ name, done, total }: ImportProgress): ReactElement {
  const desk = useDesk();
  const { say, language } = useSay();
  const number = (value: number) => value.toLocaleString(language);
  return (
    <li className="notice notice-importing" aria-live="off">
      <span className="notice-text">
        {say('import.going.on', { name, done: number(done), total: number(total) })}
      </span>
      <progress value={done} max={total} aria-label={say('import.going.on', { name, done, total })} />
      <button type="button" className="quiet" onClick={() => void desk.cancelImport()}>
        {say('import.cancel')}
      </button>
    </li>
  );
}
