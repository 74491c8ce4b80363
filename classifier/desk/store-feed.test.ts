import { expect, it } from 'vitest';
import { findFeed } from '#classifier/store/feeds.ts';
import { forget } from '#classifier/store/forgetting.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import type { Found } from './found.ts';
import { packFound, storeFound, storePacked } from './store-feed.ts';

const FOUND: Found = {
  texts: ['老井喷出牛奶', '市政府发布新规', '市政府发布新规'],
  details: null,
  leftOut: [],
  rejected: [],
  notes: [],
};

it('scores a list while another process saves labels, and stores it with these', () => {
  const folder = temporaryFolder();
  const desk = testWorkspace(folder);
  const workspace = testWorkspace(folder);
  let scored = 0;
  const packed = packFound(workspace, FOUND, (headlines) => {
    scored += headlines;
    giveLabel(desk, '老井喷出牛奶');
  });
  expect(scored).toBe(2);
  const { feed, known } = storePacked(workspace, '晨报', packed);
  expect(known).toBe(false);
  expect(findFeed(desk.db, feed.id)).toMatchObject({ headlines: 2, labelled: 1 });
});

it('scores a list that is there already only where it is gone when it is to be stored', () => {
  const workspace = testWorkspace();
  const { feed } = storeFound(workspace, '晨报', FOUND);
  let scored = 0;
  const pack = () =>
    packFound(workspace, FOUND, (headlines) => {
      scored += headlines;
    });
  expect(storePacked(workspace, '晚报', pack())).toMatchObject({ known: true, feed: { id: feed.id } });
  expect(scored).toBe(0);
  const packed = pack();
  forget(workspace, { kind: 'feed', feedId: feed.id, withLabels: false });
  expect(storePacked(workspace, '晚报', packed)).toMatchObject({
    known: false,
    feed: { name: '晚报', headlines: 2 },
  });
  expect(scored).toBe(2);
});
