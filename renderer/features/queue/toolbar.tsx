import type { ReactElement } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { runAction } from '../keys/run-action.ts';
import { SearchBox } from './search-box.tsx';
import { focusList } from './search-field.ts';

/** Which list, what to search in it, and how to bring in another. */
export function Toolbar(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const feeds = useDeskState((state) => state.feeds) ?? [];
  const feedId = useDeskState((state) => state.queue.feedId);
  return (
    <header className="toolbar">
      <h1 className="brand">{say('app.name')}</h1>
      <select
        className="feeds"
        aria-label={say('feed.choose')}
        value={feedId ?? ''}
        onChange={(event) => {
          desk.showFeed(event.target.value === 'all' ? 'all' : Number(event.target.value));
          focusList();
        }}
      >
        {feeds.length > 1 && (
          <option value="all">
            {say('feed.all', {
              feeds: feeds.length,
              headlines: feeds.reduce((sum, feed) => sum + feed.headlines, 0),
            })}
          </option>
        )}
        {feeds.map((feed) => (
          <option key={feed.id} value={feed.id}>
            {say('feed.option', { name: feed.name, headlines: feed.headlines, labelled: feed.labelled })}
          </option>
        ))}
      </select>
      <SearchBox />
      <span className="spring" />
      <button type="button" className="quiet" onClick={() => void desk.openByDialog()}>
        {say('feed.open')}
      </button>
      <button type="button" className="quiet" onClick={() => void desk.pasteClipboard()}>
        {say('feed.paste')}
      </button>
      <button type="button" className="quiet" onClick={() => runAction(desk, 'subscriptions')}>
        {say('subscription.open')}
      </button>
    </header>
  );
}
