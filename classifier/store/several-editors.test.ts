import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { importFeedText } from '#classifier/desk/feed-import.ts';
import { anyLabel } from '../../tests/helpers/headlines.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { putSetting } from './editors.ts';
import { listFeeds } from './feeds.ts';
import { findHeadlineByDigest } from './headlines.ts';
import { eventsOf } from './label-events.ts';
import { putLabel } from './labelling.ts';
import { restoreVersion, undoModelChange } from './model-changes.ts';
import { loadModel } from './model-counts.ts';
import { recount } from './open-workspace.ts';
import { settleAll, standingIn } from './settling.ts';
import { independentLabels } from './standing.ts';
import { undoEvent, undoStep } from './undoing.ts';
import { createVersion } from './versioning.ts';
import type { Workspace } from './workspace.ts';

const YES: Label = { sensational: true, implausible: true };
const TEXTS = ['恐龙宠物', '村民发布桥', '震惊!村民发现恐龙'] as const;

const id = (): string => crypto.randomUUID();

function give(workspace: Workspace, annotator: string, text: string, label: Label, isRuling = false): number {
  const { db } = workspace;
  putSetting(db, 'annotator', annotator);
  settleAll(db);
  const given = { digest: headlineDigest(text), text, label, annotator, note: null, extra: null, isRuling };
  return putLabel(workspace, { ...given, origin: 'desk', labelledAt: workspace.now() }, id()).id;
}

function sit(workspace: Workspace, annotator: string, oneIn = 1): void {
  putSetting(workspace.db, 'annotator', annotator);
  putSetting(workspace.db, 'double-one-in', oneIn);
  settleAll(workspace.db);
}

/** The model in memory, which must be the stored one and what a rebuild from the log gives. */
function stateOf(workspace: Workspace): ReturnType<typeof modelState> {
  const { db, model, reader } = workspace;
  const state = modelState(model);
  expect(modelState(loadModel(db, '', model.settings))).toEqual(state);
  const rows = db.prepare('SELECT * FROM label ORDER BY digest').all();
  const feeds = listFeeds(db).map(({ labelled }) => labelled);
  recount(db, reader, 'anew');
  expect(modelState(loadModel(db, '', model.settings))).toEqual(state);
  expect(db.prepare('SELECT * FROM label ORDER BY digest').all()).toEqual(rows);
  expect(listFeeds(db).map(({ labelled }) => labelled)).toEqual(feeds);
  return state;
}

describe('several editors', () => {
  it('who differ teach nothing, until a ruling holds; undone it leaves them differing', () => {
    const workspace = testWorkspace();
    const first = stateOf(workspace);
    give(workspace, '王', '恐龙宠物', YES);
    const alone = stateOf(workspace);
    expect(alone).not.toEqual(first);
    give(workspace, '李', '恐龙宠物', CREDIBLE);
    expect(standingIn(workspace.db, headlineDigest('恐龙宠物'))).toMatchObject({ isContested: true });
    expect(stateOf(workspace)).toEqual(first);
    const ruling = give(workspace, '赵', '恐龙宠物', YES, true);
    expect(stateOf(workspace)).toEqual(alone);
    give(workspace, '王', '恐龙宠物', CREDIBLE);
    expect(stateOf(workspace)).toEqual(alone);
    expect(undoEvent(workspace, { log: 'label', id: ruling }, id()).ok).toBe(true);
    expect(undoEvent(workspace, { log: 'label', id: ruling }, id())).toMatchObject({
      trouble: { code: 'nothing-to-undo' },
    });
    undoStep(workspace, id());
    expect(stateOf(workspace)).toEqual(first);
    expect(standingIn(workspace.db, headlineDigest('恐龙宠物')).isContested).toBe(true);
  });

  it('who agree count once, and who come to agree too', () => {
    const workspace = testWorkspace();
    give(workspace, '王', '恐龙宠物', YES);
    const alone = stateOf(workspace);
    give(workspace, '李', '恐龙宠物', CREDIBLE);
    give(workspace, '李', '恐龙宠物', YES);
    expect(stateOf(workspace)).toEqual(alone);
  });

  it('that sign nothing are no second editor: the latest label holds', () => {
    const workspace = testWorkspace();
    give(workspace, '', '恐龙宠物', CREDIBLE);
    give(workspace, '王', '恐龙宠物', YES);
    expect(standingIn(workspace.db, headlineDigest('恐龙宠物'))).toMatchObject({
      isContested: false,
      holds: { label: YES },
    });
    give(workspace, '', '恐龙宠物', CREDIBLE);
    expect(standingIn(workspace.db, headlineDigest('恐龙宠物')).opinions).toMatchObject([
      { annotator: '', label: CREDIBLE },
    ]);
  });

  it('label the double share without seeing each other’s label, and are told what they saw otherwise', () => {
    const workspace = testWorkspace();
    const imported = importFeedText(workspace, '晨报', '- 恐龙宠物\n- 村民发布桥');
    expect(imported.ok).toBe(true);
    const digest = headlineDigest('恐龙宠物');
    const seen = () => [
      findHeadlineByDigest(workspace.db, digest)?.label,
      listFeeds(workspace.db)[0]?.labelled,
    ];
    sit(workspace, '王');
    give(workspace, '王', '恐龙宠物', YES);
    expect(seen()).toEqual([YES, 1]);
    sit(workspace, '李');
    expect(seen()).toEqual([null, 0]);
    sit(workspace, '');
    expect(seen()).toEqual([YES, 1]);
    sit(workspace, '李', 0);
    expect(seen()).toEqual([YES, 1]);
    sit(workspace, '李');
    give(workspace, '李', '恐龙宠物', CREDIBLE);
    expect(seen()).toEqual([CREDIBLE, 1]);
    sit(workspace, '王');
    expect(seen()).toEqual([YES, 1]);
    sit(workspace, '赵');
    give(workspace, '赵', '恐龙宠物', CREDIBLE);
    const events = eventsOf(workspace.db, digest);
    expect(events.map(({ sawOther }) => sawOther)).toEqual([false, false, true]);
    expect(independentLabels(events).map(({ annotator }) => annotator)).toEqual(['王', '李']);
  });

  it('keep memory, store and log in step through any history', { timeout: 60_000 }, () => {
    const anyText = fc.constantFrom(...TEXTS);
    const anyEditor = fc.constantFrom('', '王', '李', '赵');
    const anyStep = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('label' as const),
          who: anyEditor,
          text: anyText,
          label: anyLabel,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('rule' as const),
          who: anyEditor,
          text: anyText,
          label: anyLabel,
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('undo-one' as const), event: fc.nat(12) }) },
      fc.record({ do: fc.constant('sit' as const), who: anyEditor, oneIn: fc.nat(2) }),
      fc.record({ do: fc.constantFrom('undo' as const, 'version' as const, 'undo-change' as const) }),
      fc.record({ do: fc.constant('restore' as const), version: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 4, maxLength: 16 }), (steps) => {
        const workspace = testWorkspace();
        workspace.db.pragma('synchronous = OFF');
        importFeedText(workspace, '晨报', TEXTS.map((text) => `- ${text}`).join('\n'));
        for (const step of steps) {
          if (step.do === 'label' || step.do === 'rule')
            give(workspace, step.who, step.text, step.label, step.do === 'rule');
          else if (step.do === 'undo-one') undoEvent(workspace, { log: 'label', id: step.event }, id());
          else if (step.do === 'sit') sit(workspace, step.who, step.oneIn);
          else if (step.do === 'restore') restoreVersion(workspace, step.version + 1, id());
          else if (step.do === 'undo') undoStep(workspace, id());
          else if (step.do === 'version') createVersion(workspace);
          else undoModelChange(workspace, id());
        }
        stateOf(workspace);
        workspace.db.close();
      }),
      { numRuns: 40 },
    );
  });
});
