import { describe, expect, it } from 'vitest';
import type { Label } from '#classifier/core/axis.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { rescoreFeed } from '#classifier/desk/rescore.ts';
import { temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { insertFeed, isStale } from './feeds.ts';
import { headlineInserter, pageByScore } from './headlines.ts';
import { putLabel } from './labelling.ts';
import { createVersion, isVersionDue } from './versioning.ts';
import type { Workspace } from './workspace.ts';

const TEXTS = ['震惊!村民发现恐龙', '市政府发布新规', '恐龙宠物', '桥', '村民发布宠物'];
const YES: Label = { sensational: true, implausible: true };
const NO: Label = { sensational: false, implausible: false };

function label(workspace: Workspace, text: string, answer: Label): void {
  const given = {
    digest: headlineDigest(text),
    text,
    label: answer,
    annotator: 'editor',
    note: null,
    extra: null,
  };
  putLabel(workspace, { ...given, origin: 'desk', labelledAt: workspace.now() }, null);
}

function addFeed({ db, model }: Workspace): number {
  const feedId = insertFeed(db, {
    name: '晨报',
    digest: 'd',
    importedAt: '2026-01-01T00:00:00.000Z',
    scoredWith: 'none',
  });
  const insert = headlineInserter(db);
  for (const [at, text] of TEXTS.entries()) {
    insert({ feedId, position: at + 1, digest: headlineDigest(text), text, score: 0 });
  }
  expect(isStale(db, feedId, model.name)).toBe(true);
  return feedId;
}

function storedScores({ db }: Workspace, feedId: number): number[] {
  return pageByScore(db, { feedId, search: null }, null, 100).map(({ score }) => score);
}

describe('versions', () => {
  it('are due after twenty-five events and change the model’s name, so that stored scores are known to be stale', () => {
    const workspace = testWorkspace();
    const feedId = addFeed(workspace);
    for (let at = 0; at < 24; at += 1)
      label(workspace, `村民${'恐龙桥宠物'.charAt(at % 5)}${at}`, at % 2 === 0 ? YES : NO);
    expect(isVersionDue(workspace)).toBe(false);
    label(workspace, '桥', YES);
    expect(isVersionDue(workspace)).toBe(true);
    for (const _ of rescoreFeed(workspace, feedId));
    const before = storedScores(workspace, feedId);
    createVersion(workspace);
    expect(isVersionDue(workspace)).toBe(false);
    expect(isStale(workspace.db, feedId, workspace.model.name)).toBe(true);
    for (const _ of rescoreFeed(workspace, feedId));
    expect(isStale(workspace.db, feedId, workspace.model.name)).toBe(false);
    expect(storedScores(workspace, feedId)).not.toEqual(before);
  });

  it('come with a change of rules, which makes stored scores stale too', () => {
    const folder = temporaryFolder();
    const first = testWorkspace(folder);
    const feedId = addFeed(first);
    for (const _ of rescoreFeed(first, feedId));
    first.db.close();
    const tools = testTools();
    const rules = tools.rules.map((rule) => ({ ...rule, version: 2 }));
    expect(readingIdentity(rules)).not.toBe(readingIdentity(tools.rules));
    const second = testWorkspace(folder, {
      ...tools,
      rules,
      reader: { ...tools.reader, matchRules: () => [] },
    });
    expect(isStale(second.db, feedId, second.model.name)).toBe(true);
  });

  it('calibrate the same labels to the same settings, whatever the order in which they were given', () => {
    const answers = TEXTS.map((text, at): [string, Label] => [text, at % 2 === 0 ? YES : NO]);
    const [one, other] = [testWorkspace(), testWorkspace()];
    for (const [text, answer] of answers) label(one, text, answer);
    for (const [text, answer] of answers.toReversed()) label(other, text, answer);
    expect(createVersion(one).settings).toEqual(createVersion(other).settings);
  });
});
