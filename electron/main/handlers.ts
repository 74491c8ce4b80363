import { type BrowserWindow, clipboard, dialog, shell } from 'electron';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { SalvageView } from '#contract/backup-views.ts';
import type { ExportChoice } from '#contract/export-channels.ts';
import type { ImportOffer } from '#contract/import-channels.ts';
import type { Preferences } from '#contract/preferences.ts';
import type { SubscriptionView } from '#contract/subscription-views.ts';
import type { ExportView } from '#contract/views.ts';
import { datedName } from './dated-name.ts';
import type { EngineClient } from './engine-client/engine-client.ts';
import { labelFilters, openFilters } from './file-filters.ts';
import type { Handlers } from './ipc/register.ts';
import { exportModelByDialog, importModelByDialog } from './model-dialogs.ts';
import { notifyAway } from './notify-away.ts';
import { openSource } from './open-source.ts';
import type { PreferenceFile } from './preferences.ts';
import type { Strings } from './strings.ts';

export interface HandlerOptions {
  readonly engine: EngineClient;
  readonly window: () => BrowserWindow;
  readonly strings: Strings;
  readonly preferences: PreferenceFile;
  /** Called when preferences have changed, to apply them. */
  readonly onPreferences: (preferences: Preferences) => void;
  /** Called when the page asks for the lists: it is there and listens. */
  readonly onPage: () => void;
  /** Called where the page is to begin anew. */
  readonly onReload: () => void;
  /** Shows the program's own log in the system's window of files. */
  readonly showLog: () => void;
}

/** What is done for each request of the page: most go on to the engine, the others need a dialog, the clipboard or the window. */
export function createHandlers(options: HandlerOptions): Handlers {
  const { engine } = options;
  return {
    'feed.list': (args) => {
      options.onPage();
      return engine.request('feed.list', args);
    },
    'feed.paste': (args) => engine.request('feed.paste', args),
    'feed.sample': (args) => engine.request('feed.sample', args),
    'import.offer': (args) => engine.request('import.offer', args),
    'import.offer-text': (args) => engine.request('import.offer-text', args),
    'import.preview': (args) => engine.request('import.preview', args),
    'import.store': (args) => engine.request('import.store', args),
    'import.forget': (args) => engine.request('import.forget', args),
    'import.cancel': (args) => engine.request('import.cancel', args),
    'headline.list': (args) => engine.request('headline.list', args),
    'list.members': (args) => engine.request('list.members', args),
    'list.counts': (args) => engine.request('list.counts', args),
    'list.facets': (args) => engine.request('list.facets', args),
    'view.list': (args) => engine.request('view.list', args),
    'view.put': (args) => engine.request('view.put', args),
    'view.remove': (args) => engine.request('view.remove', args),
    'headline.evidence': (args) => engine.request('headline.evidence', args),
    'headline.rows': (args) => engine.request('headline.rows', args),
    'headline.link': (args) => engine.request('headline.link', args),
    'label.put': (args) => engine.request('label.put', args),
    'step.undo': (args) => engine.request('step.undo', args),
    'step.redo': (args) => engine.request('step.redo', args),
    'workspace.about': (args) => engine.request('workspace.about', args),
    'reason.what-if': (args) => engine.request('reason.what-if', args),
    'rule.changes': (args) => engine.request('rule.changes', args),
    'rule.preview': (args) => engine.request('rule.preview', args),
    'rule.change': (args) => engine.request('rule.change', args),
    'model.quality': (args) => engine.request('model.quality', args),
    'model.curve': (args) => engine.request('model.curve', args),
    'model.workload': (args) => engine.request('model.workload', args),
    'model.words': (args) => engine.request('model.words', args),
    'model.versions': (args) => engine.request('model.versions', args),
    'model.changes': (args) => engine.request('model.changes', args),
    'model.costs': (args) => engine.request('model.costs', args),
    'model.restore': (args) => engine.request('model.restore', args),
    'model.stop': (args) => engine.request('model.stop', args),
    'model.undo': (args) => engine.request('model.undo', args),
    'model.files': (args) => engine.request('model.files', args),
    'work.of': (args) => engine.request('work.of', args),
    'work.put': (args) => engine.request('work.put', args),
    'work.unskip': (args) => engine.request('work.unskip', args),
    'work.undo': (args) => engine.request('work.undo', args),
    'work.today': (args) => engine.request('work.today', args),
    'editors.about': (args) => engine.request('editors.about', args),
    'editors.choose': (args) => engine.request('editors.choose', args),
    'editors.share': (args) => engine.request('editors.share', args),
    'editors.agreement': (args) => engine.request('editors.agreement', args),
    'editors.rule': (args) => engine.request('editors.rule', args),
    'editors.undo': (args) => engine.request('editors.undo', args),
    'subscription.list': (args) => engine.request('subscription.list', args),
    'subscription.add': (args) => engine.request('subscription.add', args),
    'subscription.remove': (args) => engine.request('subscription.remove', args),
    'subscription.pause': (args) => engine.request('subscription.pause', args),
    'subscription.poll': (args) => engine.request('subscription.poll', args),
    'backup.list': (args) => engine.request('backup.list', args),
    'backup.check': (args) => engine.request('backup.check', args),
    'backup.make': (args) => engine.request('backup.make', args),
    'backup.restore': async (args) => afresh(options, await engine.request('backup.restore', args)),
    'recovery.look': async (args) => afresh(options, await engine.request('recovery.look', args)),
    'forget.count': (args) => engine.request('forget.count', args),
    'forget.carry-out': (args) => engine.request('forget.carry-out', args),
    'window.salvage': () => salvageByDialog(options),
    'window.folder': () => showFolder(engine),
    'window.log': () => {
      options.showLog();
      return Promise.resolve(done(null));
    },
    'window.again': () => {
      if (engine.again()) options.onReload();
      return Promise.resolve(done(null));
    },
    'window.subscribe': () => subscribeByDialog(options),
    'window.model-export': () => exportModelByDialog(options),
    'window.model-import': () => importModelByDialog(options),
    'window.open': () => openByDialog(options),
    'window.paste': () => openClipboard(engine),
    'window.export': ({ choice }) => exportByDialog(options, choice),
    'window.copy': ({ text }) => {
      clipboard.writeText(text);
      return Promise.resolve(done(null));
    },
    'window.preferences': () => Promise.resolve(done(options.preferences.get())),
    'window.prefer': (change) => {
      const stored = options.preferences.change(change);
      options.onPreferences(options.preferences.get());
      return Promise.resolve(stored);
    },
    'window.notify': ({ title, body }) => {
      notifyAway(options.window(), { title, body });
      return Promise.resolve(done(null));
    },
    'window.source': ({ headlineId }) => openSource(engine, headlineId),
  };
}

async function openByDialog(options: HandlerOptions): Promise<Result<ImportOffer | null>> {
  const { engine, window, strings } = options;
  const chosen = await dialog.showOpenDialog(window(), {
    title: strings.openTitle,
    properties: ['openFile'],
    filters: openFilters(strings),
  });
  const path = chosen.filePaths[0];
  if (chosen.canceled || path === undefined) return done(null);
  return engine.request('import.offer', { path });
}

/** Loads the page again where the workspace behind it is another one now. */
function afresh({ onReload }: HandlerOptions, answer: Result<null>): Result<null> {
  if (answer.ok) onReload();
  return answer;
}

async function salvageByDialog({
  engine,
  window,
  strings,
}: HandlerOptions): Promise<Result<SalvageView | null>> {
  const chosen = await dialog.showSaveDialog(window(), {
    title: strings.salvageTitle,
    defaultPath: `${datedName('salvaged')}.jsonl`,
    filters: labelFilters(strings, 'jsonl'),
  });
  if (chosen.canceled || chosen.filePath === '') return done(null);
  return engine.request('recovery.salvage', { path: chosen.filePath });
}

async function showFolder(engine: EngineClient): Promise<Result<null>> {
  const listed = await engine.request('backup.list', {});
  if (!listed.ok) return listed;
  shell.showItemInFolder(listed.value.file);
  return done(null);
}

async function subscribeByDialog({
  engine,
  window,
}: HandlerOptions): Promise<Result<readonly SubscriptionView[] | null>> {
  const chosen = await dialog.showOpenDialog(window(), { properties: ['openDirectory'] });
  const path = chosen.filePaths[0];
  if (chosen.canceled || path === undefined) return done(null);
  return engine.request('subscription.folder', { path });
}

async function openClipboard(engine: EngineClient): Promise<Result<ImportOffer>> {
  const text = await clipboard.readText();
  if (text.trim() !== '') return engine.request('import.offer-text', { text });
  return failed(
    trouble(
      'file-empty',
      '剪贴板里没有文字。先在别处复制一段标题清单，再粘贴。',
      'There is no text on the clipboard. Copy a list of headlines first, then paste.',
    ),
  );
}

/** The ends of the names of data sets, without dots. */
const EXTENSIONS: Readonly<Record<ExportChoice['format'], string>> = {
  jianwen: 'jsonl',
  csv: 'csv',
  xlsx: 'xlsx',
  doccano: 'jsonl',
  'doccano-csv': 'csv',
  'label-studio': 'json',
  prodigy: 'jsonl',
  argilla: 'jsonl',
  fasttext: 'txt',
  huggingface: 'jsonl',
  parquet: 'parquet',
};

async function exportByDialog(
  options: HandlerOptions,
  choice: ExportChoice,
): Promise<Result<ExportView | null>> {
  const { engine, window, strings } = options;
  const extension = EXTENSIONS[choice.format];
  const chosen = await dialog.showSaveDialog(window(), {
    title: strings.exportTitle,
    defaultPath: `${datedName('labels')}.${extension}`,
    filters: labelFilters(strings, extension),
  });
  if (chosen.canceled || chosen.filePath === '') return done(null);
  return engine.request('label.export', { path: chosen.filePath, choice });
}
