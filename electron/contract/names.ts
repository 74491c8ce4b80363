import { DISPOSITIONS } from '#classifier/core/disposition.ts';

/** What the engine answers for the model room. */
const MODEL_REQUEST_NAMES = [
  'model.quality',
  'model.curve',
  'model.workload',
  'model.words',
  'model.versions',
  'model.changes',
  'model.costs',
  'model.restore',
  'model.undo',
  'model.stop',
] as const;

/** What the engine answers of desk work and of several editors. */
const DESK_REQUEST_NAMES = [
  'work.of',
  'work.put',
  'work.unskip',
  'work.undo',
  'work.today',
  'editors.about',
  'editors.choose',
  'editors.share',
  'editors.agreement',
  'editors.rule',
  'editors.undo',
] as const;

/** What the engine answers about lists, their filters and saved views. */
const LIST_REQUEST_NAMES = [
  'headline.list',
  'list.members',
  'list.counts',
  'list.facets',
  'view.list',
  'view.put',
  'view.remove',
] as const;

/** What the engine answers about reasons and changed rules. */
const REASON_REQUEST_NAMES = ['reason.what-if', 'rule.changes', 'rule.preview', 'rule.change'] as const;

/** What the engine answers of sources that are looked at before they are stored. */
const IMPORT_REQUEST_NAMES = [
  'import.offer',
  'import.offer-text',
  'import.preview',
  'import.store',
  'import.forget',
] as const;

/** What the engine answers about subscriptions. */
const SUBSCRIPTION_REQUEST_NAMES = [
  'subscription.list',
  'subscription.add',
  'subscription.folder',
  'subscription.remove',
  'subscription.pause',
  'subscription.poll',
] as const;

/** What the engine answers about backups, also where the workspace is damaged. */
export const BACKUP_REQUEST_NAMES = [
  'backup.list',
  'backup.check',
  'backup.make',
  'backup.restore',
  'recovery.look',
  'recovery.salvage',
] as const;

/** What the engine answers about models that go from one machine to another. */
const MODEL_FILE_REQUEST_NAMES = ['model.files', 'model.file-export', 'model.file-import'] as const;

/** What the engine answers about deleting for good. */
const FORGET_REQUEST_NAMES = ['forget.count', 'forget.carry-out'] as const;

/** What the engine answers. */
export const ENGINE_REQUEST_NAMES = [
  'feed.list',
  'feed.open',
  'feed.paste',
  'feed.sample',
  'import.cancel',
  'headline.evidence',
  'headline.rows',
  'headline.link',
  'label.put',
  'step.undo',
  'step.redo',
  'label.export',
  'workspace.about',
  ...IMPORT_REQUEST_NAMES,
  ...LIST_REQUEST_NAMES,
  ...REASON_REQUEST_NAMES,
  ...MODEL_REQUEST_NAMES,
  ...MODEL_FILE_REQUEST_NAMES,
  ...DESK_REQUEST_NAMES,
  ...SUBSCRIPTION_REQUEST_NAMES,
  ...BACKUP_REQUEST_NAMES,
  ...FORGET_REQUEST_NAMES,
] as const;

/** What main answers itself, because it needs a dialog or the clipboard. */
export const WINDOW_REQUEST_NAMES = [
  'window.open',
  'window.paste',
  'window.export',
  'window.copy',
  'window.preferences',
  'window.prefer',
  'window.notify',
  'window.source',
  'window.subscribe',
  'window.salvage',
  'window.folder',
  'window.log',
  'window.again',
  'window.model-export',
  'window.model-import',
] as const;

/** What main tells the window without being asked. */
export const WINDOW_EVENT_NAMES = [
  'engine.state',
  'feed.opened',
  'import.progress',
  'list.rescored',
  'menu.command',
  'subscription.news',
  'trouble',
] as const;

/** Orders that are queues to work through: each has its purpose. */
export const QUEUE_ORDERS = ['score', 'useful', 'disagree', 'newest', 'random'] as const;
/** What a list can be sorted by: as a queue, by an axis, place in the list, text or label. */
export const SORT_KEYS = [
  ...QUEUE_ORDERS,
  'sensational',
  'implausible',
  'position',
  'text',
  'label',
] as const;
export const DISPOSITION_CHOICES = [...DISPOSITIONS, 'none'] as const;
export const BAND_CHOICES = ['pass', 'check', 'flag', 'unsure'] as const;
export const AXIS_CHOICES = ['sensational', 'implausible'] as const;

/** Headlines besides the first on which an editor can decide in one step. */
export const MOST_AT_ONCE = 499;

/**
 * Requests that carry a path. The page never names a path: main asks for it in a dialog, or the preload script
 * takes it from a dropped file.
 */
export const PATH_REQUEST_NAMES = [
  'feed.open',
  'import.offer',
  'label.export',
  'recovery.salvage',
  'subscription.folder',
  'model.file-export',
  'model.file-import',
] as const;

export type ForgetRequest = (typeof FORGET_REQUEST_NAMES)[number];
export type BackupRequest = (typeof BACKUP_REQUEST_NAMES)[number];
export type ReasonRequestName = (typeof REASON_REQUEST_NAMES)[number];
export type ListRequestName = (typeof LIST_REQUEST_NAMES)[number];
export type ImportRequest = (typeof IMPORT_REQUEST_NAMES)[number];
export type ModelRequest = (typeof MODEL_REQUEST_NAMES)[number];
export type ModelFileRequest = (typeof MODEL_FILE_REQUEST_NAMES)[number];
export type SubscriptionRequest = (typeof SUBSCRIPTION_REQUEST_NAMES)[number];
export type DeskRequest = (typeof DESK_REQUEST_NAMES)[number];
export type EngineRequest = (typeof ENGINE_REQUEST_NAMES)[number];
export type WindowRequest = (typeof WINDOW_REQUEST_NAMES)[number];
export type WindowEvent = (typeof WINDOW_EVENT_NAMES)[number];
export type PathRequest = (typeof PATH_REQUEST_NAMES)[number];

/** What the page may ask for by name. */
export type PageRequest = Exclude<EngineRequest | WindowRequest, PathRequest>;

/** What main answers over IPC: what the page may ask for, and a dropped file, which the preload script asks about. */
export type IpcRequest = PageRequest | 'import.offer';

/** True for the name of a request that the page may make. */
export function isPageRequest(name: unknown): name is PageRequest {
  const all: readonly unknown[] = [...ENGINE_REQUEST_NAMES, ...WINDOW_REQUEST_NAMES];
  const withPath: readonly unknown[] = PATH_REQUEST_NAMES;
  return all.includes(name) && !withPath.includes(name);
}

/** True for the name of an event of the window. */
export function isWindowEvent(name: unknown): name is WindowEvent {
  return (WINDOW_EVENT_NAMES as readonly unknown[]).includes(name);
}
