import { expect, it } from 'vitest';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { growFeed } from './growing-feed.ts';
import { linkOf } from './headline-link.ts';
import { findHeadlineByDigest, type Headline } from './headlines.ts';
import { addSubscription, removeSubscription } from './subscriptions.ts';
import type { Workspace } from './workspace.ts';

const NOW = '2026-01-02T03:04:05.000Z';
const URL = 'https://example.org/dinosaur';

function brought(workspace: Workspace, text: string): { headline: () => Headline; subscriptionId: number } {
  const { db } = workspace;
  const subscriptionId = addSubscription(db, {
    ...{ kind: 'url', address: 'https://example.org/feed', name: '早报' },
    ...{ everyMinutes: 30, allowPrivate: false, createdAt: NOW },
  })?.id as number;
  const digest = headlineDigest(text);
  const item = { digest, text, itemId: '1', url: URL, publishedAt: NOW, score: 0.5, band: 'check' as const };
  growFeed(db, subscriptionId, [item], { model: 'm', now: NOW });
  return { headline: () => findHeadlineByDigest(db, digest) as Headline, subscriptionId };
}

it('finds where a subscription got a headline, after it was ended too', () => {
  const workspace = testWorkspace();
  const { headline, subscriptionId } = brought(workspace, '村民发现恐龙');
  expect(headline()).toMatchObject({ url: URL, publishedAt: NOW });
  expect(linkOf(workspace.db, headline())).toBe(URL);
  removeSubscription(workspace.db, subscriptionId);
  expect(linkOf(workspace.db, headline())).toBe(URL);
});

it('finds it where only the subscription knows', () => {
  const workspace = testWorkspace();
  const { headline } = brought(workspace, '村民发现恐龙 https://example.org/other');
  workspace.db.prepare('UPDATE headline SET url = NULL').run();
  expect(linkOf(workspace.db, headline())).toBe(URL);
});

it('reads the text of a headline whose list says nothing', () => {
  const workspace = testWorkspace();
  importFeedText(workspace, '清单', '- 桥塌了（https://example.org/a?b=1）\n- 恐龙宠物');
  const links = ['桥塌了（https://example.org/a?b=1）', '恐龙宠物'].map((text) =>
    linkOf(workspace.db, findHeadlineByDigest(workspace.db, headlineDigest(text)) as Headline),
  );
  expect(links).toEqual(['https://example.org/a?b=1', null]);
});
