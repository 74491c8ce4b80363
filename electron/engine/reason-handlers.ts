import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Assembly, assemble, assembleAs, type Resources } from '#classifier/desk/assemble.ts';
import { MOST_LABELS, whatIf } from '#classifier/desk/what-if.ts';
import type { RulePoints } from '#classifier/rules/change-user-rules.ts';
import { USER_PACK } from '#classifier/rules/rule-files.ts';
import { findFeed, listFeeds } from '#classifier/store/feeds.ts';
import { findHeadline } from '#classifier/store/headlines.ts';
import { changeRules } from '#classifier/store/open-workspace.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { ReasonRequestName } from '#contract/names.ts';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import type { RuleChangesView, WhatIfView } from '#contract/reason-views.ts';
import { blindly } from './blind.ts';
import { noHeadline } from './desk-handlers.ts';
import type { Desk } from './handlers.ts';
import { headlineView } from './headline-view.ts';
import { previewSteps } from './rule-preview.ts';

/** Where the rules come from, and those that the workspace has changed. */
export interface RuleRoom {
  readonly resources: Resources;
  changed: Assembly['changed'];
  /** The rules that were tried last. */
  tried: { readonly text: string; readonly assembly: Promise<Result<Assembly>> } | null;
}

/** Answers the requests about reasons and changed rules. */
export const REASON_HANDLERS: {
  readonly [C in ReasonRequestName]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'reason.what-if': ({ workspace }, { headlineId }) => {
    const headline = findHeadline(workspace.db, headlineId);
    if (headline === undefined) return failed(noHeadline());
    return done(
      blindly(workspace, headline.digest, (): WhatIfView => {
        const { score, band } = headlineView(workspace, headline).scores;
        const { parts, ifCredible } = whatIf(workspace.model, workspace.reader, headline.text);
        return {
          headlineId,
          now: { score, band },
          mostLabels: MOST_LABELS,
          ifCredible: headline.label === null ? ifCredible : null,
          parts: parts.map((one) => ({
            ...one,
            description:
              one.kind === 'rule' ? (workspace.rulesById.get(one.name)?.description ?? null) : null,
          })),
        };
      }),
    );
  },
  'rule.changes': (desk) => done(changesView(desk)),
  'rule.preview': previewRule,
  'rule.change': async (desk, { ruleId, points }) => {
    const changed = await changeRule(desk, ruleId, fromChoice(points));
    return changed.ok ? done(changesView(desk)) : changed;
  },
};

async function previewRule(
  { workspace, folder, rules, jobs }: Desk,
  { feedId, ruleId, points }: Arguments<'rule.preview'>,
): Promise<Result<EngineAnswers['rule.preview']>> {
  const { changedRuleText } = await import('#classifier/desk/rule-file.ts');
  const text = changedRuleText(folder, ruleId, fromChoice(points));
  if (!text.ok) return text;
  if (rules.tried?.text !== text.value)
    rules.tried = { text: text.value, assembly: assembleAs(rules.resources, folder, text.value) };
  const other = await rules.tried.assembly;
  if (!other.ok) return other;
  const feed = feedId === 'all' ? undefined : findFeed(workspace.db, feedId);
  const feeds = feedId === 'all' ? listFeeds(workspace.db) : feed ? [feed] : [];
  const name = `${workspace.model.name} ${feedId} ${ruleId} ${points}`;
  return done(jobs.ask('rule-preview', name, () => previewSteps(workspace, other.value, ruleId, feeds)));
}

/** Writes the change, reads the rules again and goes on under them; where one of these fails all is as before. */
async function changeRule(desk: Desk, ruleId: string, points: RulePoints): Promise<Result<void>> {
  const { changedRuleText, readRuleText, writeRuleText } = await import('#classifier/desk/rule-file.ts');
  const { workspace, folder, rules, lists } = desk;
  const before = readRuleText(folder);
  if (!before.ok) return before;
  const text = changedRuleText(folder, ruleId, points);
  if (!text.ok) return text;
  const written = writeRuleText(folder, text.value);
  if (!written.ok) return written;
  try {
    const assembled = await assemble(rules.resources, folder);
    if (!assembled.ok) {
      writeRuleText(folder, before.value);
      return assembled;
    }
    changeRules(workspace, assembled.value);
    rules.changed = assembled.value.changed;
    rules.tried = null;
  } catch (error) {
    writeRuleText(folder, before.value);
    throw error;
  }
  lists.readRules();
  return done(undefined);
}

function changesView({ workspace, rules }: Desk): RuleChangesView {
  const isChangeable = workspace.rules.filter(({ pack }) => pack !== USER_PACK);
  return {
    changed: rules.changed.map(({ rule, points }) => ({
      id: rule.id,
      axis: rule.axis,
      description: rule.description,
      shipped: rule.points,
      points,
    })),
    rules: isChangeable.map(({ id, points }) => ({ id, points })),
  };
}

function fromChoice(points: RulePointsChoice): RulePoints {
  return points === 'shipped' ? undefined : points;
}
