import { expect, it } from 'vitest';
import { packFeed } from '#classifier/desk/list/pack-feed.ts';
import { uniqueHeadlines } from '#classifier/desk/list/unique-headlines.ts';
import { storeStep } from '#classifier/desk/store-feed.ts';
import { findHeadline, type Headline } from '#classifier/store/headlines.ts';
import { finishFeed, stageFeed } from '#classifier/store/staged-feed.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { clusterView } from './cluster-view.ts';

it('shows where headlines contradict each other as they are printed, through the blanks and tags of a house', () => {
  const texts = ['【快讯】某地大桥坍塌致 5 人死亡', '某地大桥坍塌致8人死亡'];
  const workspace = testWorkspace();
  const { db, model, reader } = workspace;
  const headlines = uniqueHeadlines(
    texts,
    texts.map(() => null),
  );
  const staged = stageFeed(db, { name: '晨报', importedAt: workspace.now(), headlines: texts.length });
  for (const step of packFeed(model, reader, headlines)) storeStep(db, staged, step);
  const { digest } = headlines;
  const { feed } = finishFeed(db, staged, { digest, headlines: texts.length, scoredWith: model.name });
  const ids = texts.map((_, at) => feed.firstId + at);
  const stored = ids.map((id) => findHeadline(db, id) as Headline);
  const [here, there] = texts.map((text) => stored.find((one) => one.text === text) as Headline);

  const view = clusterView(workspace, here as Headline, { size: 2, others: [there?.id as number] });

  const [found] = view?.others[0]?.contradictions ?? [];
  expect(here?.text.slice(found?.here.start, found?.here.end)).toBe('5 人');
  expect(there?.text.slice(found?.there.start, found?.there.end)).toBe('8人');
});
