import { describe, expect, it } from 'vitest';
import type { Label } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { loadColumns } from '#classifier/desk/list/list-columns.ts';
import { rescore } from '#classifier/desk/rescore.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { type Feed, findFeed } from './feeds.ts';
import { putLabel } from './labelling.ts';
import { readModelState } from './model-counts.ts';
import { insertVersion, latestVersion } from './model-versions.ts';
import { makeVersion, readModel } from './open-workspace.ts';
import { calibrated, createVersion, isVersionDue, keepVersion } from './versioning.ts';
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

function addFeed(workspace: Workspace): number {
  const imported = importFeedText(workspace, '晨报', TEXTS.map((text) => `- ${text}`).join('\n'));
  if (!imported.ok) throw new Error(imported.trouble.code);
  return imported.value.feed.id;
}

function isStale({ db, model }: Workspace, feedId: number): boolean {
  return findFeed(db, feedId)?.scoredWith !== model.name;
}

function rescored({ db, model, reader }: Workspace, feedId: number): number[] {
  const columns = loadColumns(db, findFeed(db, feedId) as Feed);
  if (columns === null) throw new Error('no columns');
  const scoring = rescore(columns, model, reader);
  for (let step = scoring.next(); ; step = scoring.next()) if (step.done) return [...step.value.score];
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
    const before = rescored(workspace, feedId);
    const { name } = workspace.model;
    createVersion(workspace);
    expect(isVersionDue(workspace)).toBe(false);
    expect(workspace.model.name).not.toBe(name);
    expect(isStale(workspace, feedId)).toBe(true);
    expect(rescored(workspace, feedId)).not.toEqual(before);
  });

  it('that were calibrated beside the desk stand for the labels they know, while the model goes on learning', () => {
    const workspace = testWorkspace();
    for (const text of TEXTS) label(workspace, text, YES);
    const { db, model, version } = workspace;
    const lastEvent = readModelState(db)?.lastEvent ?? 0;
    const made = { ...calibrated(workspace, model), lastEvent, version };
    label(workspace, '大桥通车', NO);
    const kept = keepVersion(workspace, made);
    expect(kept).toMatchObject({ lastEvent, settings: made.settings });
    expect(latestVersion(db)).toEqual(kept);
    const stored = readModel(db);
    expect(workspace).toMatchObject({ version: kept?.id, model: { name: stored.model.name } });
    expect(workspace.model.settings).toEqual(stored.model.settings);
    expect(modelState(workspace.model)).toEqual(modelState(stored.model));
    expect(keepVersion(workspace, made)).toBeNull();
    expect(latestVersion(db)).toEqual(kept);
  });

  it('come with a change of rules, which makes stored scores stale too', () => {
    const folder = temporaryFolder();
    const first = testWorkspace(folder);
    const feedId = addFeed(first);
    expect(isStale(first, feedId)).toBe(false);
    first.db.close();
    const tools = testTools();
    const rules = tools.rules.map((rule) => ({ ...rule, version: 2 }));
    expect(readingIdentity(rules)).not.toBe(readingIdentity(tools.rules));
    const second = testWorkspace(folder, {
      ...tools,
      rules,
      reader: { ...tools.reader, signs: createSignFinder({ rules: [] }) },
    });
    expect(isStale(second, feedId)).toBe(true);
  });

  it('calibrate the same labels to the same settings, whatever the order in which they were given', () => {
    const answers = TEXTS.map((text, at): [string, Label] => [text, at % 2 === 0 ? YES : NO]);
    const [one, other] = [testWorkspace(), testWorkspace()];
    for (const [text, answer] of answers) label(one, text, answer);
    for (const [text, answer] of answers.toReversed()) label(other, text, answer);
    expect(createVersion(one).settings).toEqual(createVersion(other).settings);
  });
});

it('makes a version of labels and counts of one moment where another process has labelled meanwhile', () => {
  const folder = temporaryFolder();
  const [here, there] = [testWorkspace(folder), testWorkspace(folder)];
  for (const text of ['恐龙宠物开售', '村民震惊', '市政府发布新规']) giveLabel(there, text);
  makeVersion(here);
  expect(modelState(here.model)).toEqual(modelState(there.model));
  const settings = latestVersion(here.db)?.settings;
  expect(settings).toEqual(calibrated(there, there.model).settings);
  makeVersion(there);
  expect(latestVersion(there.db)?.settings).toEqual(settings);
});

it('keeps no version with what is no number: such a workspace could not be opened again', () => {
  const { db } = testWorkspace();
  const present = latestVersion(db);
  if (present === undefined) throw new Error('no version');
  const baseRate = { sensational: Number.NaN, implausible: 0.05 };
  expect(() => insertVersion(db, { ...present, settings: { ...present.settings, baseRate } })).toThrow();
  expect(latestVersion(db)).toEqual(present);
});
