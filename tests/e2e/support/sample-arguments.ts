import { type Arguments, REQUESTS } from '#contract/channels.ts';
import type { IpcRequest } from '#contract/names.ts';

const requestId = '6f4a1f0e-0b5e-4d1a-9a57-0f9d3c1e2b7a';
const label = { sensational: true, implausible: false };
const query = {
  search: '恐龙',
  sort: { by: 'score', falling: true },
  band: 'flag',
  axis: 'sensational',
  labelled: false,
  disposition: 'todo',
  flagged: true,
  skipped: false,
  rule: 'no-such-rule',
  word: '宠物',
  annotator: '甲',
  labelledIn: null,
  datedIn: { from: '2026-01-01T00:00:00Z', to: null },
} as const;
const days = { kind: 'last', days: 7 } as const;
const choice = { format: 'csv', only: 'random', from: '2026-01-01', to: '2026-02-01', split: 0.5 } as const;
const nothing = {};

/** Good arguments of every request that main answers, with every optional field, from which bad ones are made. */
export const SAMPLE_ARGUMENTS: { readonly [C in IpcRequest]: Arguments<C> } = {
  'feed.list': nothing,
  'feed.paste': { text: '甲' },
  'feed.sample': nothing,
  'import.cancel': nothing,
  'import.offer': { path: '/no/such/list.txt' },
  'import.offer-text': { text: '甲' },
  'import.preview': { token: 9, choices: { kind: 'csv', encoding: 'utf-8', column: '标题', sheet: '一' } },
  'import.store': { token: 9, choices: { kind: 'csv' } },
  'import.forget': { token: 9 },
  'headline.evidence': { headlineId: 999_999 },
  'headline.rows': { headlineIds: [999_999] },
  'headline.link': { headlineId: 999_999 },
  'headline.list': {
    ...{ feedId: 1, ...query, fold: true, unfolded: [1], listId: null, from: 0, limit: 10, keep: null },
  },
  'list.members': { feedId: 'all', ...query, headlineId: 1 },
  'list.counts': { feedId: 1, queries: [query] },
  'list.facets': { feedId: 1 },
  'view.list': nothing,
  'view.put': {
    ...{ id: requestId, name: '近日', choice: { ...query, labelledIn: days, datedIn: days, fold: true } },
  },
  'view.remove': { id: requestId },
  'label.put': {
    ...{ requestId, headlineId: 999_999, others: [999_998], label },
    shown: { seconds: 1, score: 0.5, band: 'check', model: 'm' },
  },
  'step.undo': { requestId, visible: [1] },
  'step.redo': { requestId, visible: [1] },
  'workspace.about': nothing,
  'reason.what-if': { headlineId: 999_999 },
  'rule.changes': nothing,
  'rule.preview': { feedId: 1, ruleId: 'no-such-rule', points: 1 },
  'rule.change': { ruleId: 'no-such-rule', points: 1 },
  'model.quality': nothing,
  'model.curve': nothing,
  'model.workload': { costs: { miss: 10, falseAlarm: 4, look: 1 } },
  'model.words': nothing,
  'model.versions': nothing,
  'model.changes': { versionId: 999 },
  'model.costs': { requestId, costs: { miss: 10, falseAlarm: 4, look: 1 } },
  'model.restore': { requestId, versionId: 999 },
  'model.stop': { isStopped: false },
  'model.undo': { requestId },
  'model.files': nothing,
  'backup.list': nothing,
  'backup.check': { name: 'hand-2026-01-01T00-00-00-000Z.db' },
  'backup.make': nothing,
  'backup.restore': { name: 'hand-2026-01-01T00-00-00-000Z.db' },
  'recovery.look': nothing,
  'work.of': { headlineId: 999_999 },
  'work.put': {
    ...{ requestId, headlineId: 999_999, others: [999_998] },
    change: { field: 'note', value: '问县里' },
  },
  'work.unskip': { requestId, feedId: 1 },
  'work.undo': { requestId, eventId: 999_999 },
  'work.today': { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', day: '2026-01-01' },
  'editors.about': nothing,
  'editors.choose': { name: '甲' },
  'editors.share': { oneIn: 10 },
  'editors.agreement': nothing,
  'editors.rule': { requestId, digest: '0'.repeat(32), label },
  'editors.undo': { requestId, eventId: 999_999 },
  'subscription.list': nothing,
  'subscription.add': { address: 'https://example.invalid/rss', everyMinutes: 60, allowPrivate: false },
  'subscription.remove': { id: 999 },
  'subscription.pause': { id: 999, paused: true },
  'subscription.poll': { id: 999 },
  'forget.count': { doomed: { kind: 'feed', feedId: 999_999, withLabels: true } },
  'forget.carry-out': { doomed: { kind: 'feed', feedId: 999_999, withLabels: true } },
  'window.open': nothing,
  'window.paste': nothing,
  'window.export': { choice },
  'window.copy': { text: '甲' },
  'window.preferences': nothing,
  'window.prefer': {
    ...{ theme: 'system', textSize: 1, keys: { undo: ['z'] }, isTourSeen: true, view: 'desk', feedId: 1 },
  },
  'window.notify': { title: '甲', body: '乙' },
  'window.source': { headlineId: 999_999 },
  'window.subscribe': nothing,
  'window.salvage': nothing,
  'window.folder': nothing,
  'window.log': nothing,
  'window.again': nothing,
  'window.model-export': nothing,
  'window.model-import': nothing,
};

/** Requests whose sample the contract itself would refuse: none, or what is made from it would prove nothing. */
export function badSamples(): readonly string[] {
  const names = Object.keys(SAMPLE_ARGUMENTS) as IpcRequest[];
  return names.filter((name) => !REQUESTS[name].safeParse(SAMPLE_ARGUMENTS[name]).success);
}
