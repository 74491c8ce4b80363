import type { ReactElement } from 'react';
import { platform } from '../../api.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { runAction } from '../keys/run-action.ts';

/** What to do with no list: four ways to bring one in. */
export function EmptyState(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  return (
    <main className="empty">
      <div className="empty-sheet">
        <p className="empty-brand">{say('app.name')}</p>
        <h1>{say('empty.title')}</h1>
        <p className="empty-lead">{say('empty.lead')}</p>
        <ol className="empty-ways">
          <li>
            <button type="button" className="main-button" onClick={() => void desk.openByDialog()}>
              {say('empty.open')}
            </button>
            <p>{say('empty.open.how')}</p>
          </li>
          <li>
            <strong>{say('empty.drop')}</strong>
            <p>{say('empty.drop.how')}</p>
          </li>
          <li>
            <button type="button" className="plain-button" onClick={() => void desk.pasteClipboard()}>
              {say('empty.paste')}
            </button>
            <p>{say('empty.paste.how', { key: platform === 'darwin' ? '⌘V' : 'Ctrl+V' })}</p>
          </li>
          <li>
            <button type="button" className="plain-button" onClick={() => void desk.openSample()}>
              {say('empty.sample')}
            </button>
            <p>{say('empty.sample.how')}</p>
          </li>
          <li>
            <button type="button" className="plain-button" onClick={() => runAction(desk, 'subscriptions')}>
              {say('subscription.open')}
            </button>
            <p>{say('subscription.lead')}</p>
          </li>
        </ol>
        <p className="empty-privacy">{say('empty.privacy')}</p>
      </div>
    </main>
  );
}
