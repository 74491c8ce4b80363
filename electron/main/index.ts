import { dirname, join } from 'node:path';
import { app, dialog, Menu, nativeTheme, session, shell } from 'electron';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { MenuCommand } from '#contract/events.ts';
import type { Preferences } from '#contract/preferences.ts';
import { createAnnouncer } from './announce-news.ts';
import { chooseLanguage, readInvocation } from './command-line.ts';
import { createEngineClient, type EngineProcess } from './engine-client/engine-client.ts';
import { type EngineFiles, findEngineFiles, launchEngine } from './engine-client/launch.ts';
import { createHandlers } from './handlers.ts';
import { createOutbox } from './ipc/outbox.ts';
import { register } from './ipc/register.ts';
import { type DeskLogs, openDeskLogs } from './logs/desk-logs.ts';
import { makeReport } from './make-report.ts';
import { menuTemplate } from './menu.ts';
import { createOpenQueue, type OpenQueue } from './open-queue.ts';
import { askWhatNow } from './page-lost.ts';
import { watchPage } from './page-watch.ts';
import { openPreferences } from './preferences.ts';
import { profileFolder } from './profile.ts';
import { raise } from './raise.ts';
import { guardPages, guardSession, sandboxAll } from './security/index.ts';
import { declareOwnScheme } from './security/own-scheme.ts';
import { STRINGS } from './strings.ts';
import { openWindow } from './window.ts';

const BUNDLE = import.meta.dirname;
/** As the packages name the program. */
const APP_ID = 'org.jianwen.desk';

const invocation = readInvocation(process.argv.slice(1), process.cwd(), process.env);
if (invocation.dataFolder !== null) {
  app.setPath('userData', profileFolder(invocation.dataFolder, app.getPath('userData')));
}

if (app.requestSingleInstanceLock({ file: invocation.file })) run();
else app.quit();

function run(): void {
  // Without the installer's name for the program, Windows shows no notification of it.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  sandboxAll();
  declareOwnScheme();
  guardPages();
  app.on('window-all-closed', () => app.quit());
  const lists = createOpenQueue();
  if (invocation.file !== null) lists.add(invocation.file);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    lists.add(path);
  });
  void app
    .whenReady()
    .then(() => start(lists))
    .catch(endUnstarted);
}

function start(lists: OpenQueue): void {
  const files = findEngineFiles(process.resourcesPath, BUNDLE);
  const logs = openDeskLogs(join(app.getPath('userData'), 'logs'), [BUNDLE, dirname(files.engine)]);
  logs.main.write(`start ${app.getVersion()} electron ${process.versions.electron} ${process.platform}`);
  process.on('uncaughtExceptionMonitor', (error) => logs.failed('uncaught', error));
  process.on('unhandledRejection', (error) => logs.failed('unhandled', error));
  try {
    openDesk(files, logs, lists);
  } catch (error) {
    logs.failed('not started', error);
    throw error;
  }
}

/** Says why there is no window to say it in. */
function endUnstarted(error: unknown): void {
  const { appName, notStarted } = STRINGS[language()];
  dialog.showErrorBox(appName, `${notStarted}\n\n${String(error)}`);
  app.exit(1);
}

function openDesk(files: EngineFiles, logs: DeskLogs, lists: OpenQueue): void {
  const strings = STRINGS[language()];
  guardSession(session.defaultSession, join(BUNDLE, 'renderer'));
  const preferences = openPreferences(app.getPath('userData'));
  nativeTheme.themeSource = preferences.get().theme;

  const window = openWindow({
    preload: join(BUNDLE, 'preload.cjs'),
    language: language(),
    title: strings.appName,
    state: preferences.windowState(),
    onClose: preferences.keepWindowState,
  });
  const apply = ({ theme, textSize }: Preferences) => {
    nativeTheme.themeSource = theme;
    window.webContents.setZoomFactor(textSize);
  };
  window.webContents.on('did-finish-load', () => apply(preferences.get()));
  const outbox = createOutbox((event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(event, payload);
  });
  const showLog = () => shell.showItemInFolder(logs.main.files[0] as string);
  watchPage(window.webContents, {
    onGone: (reason) => {
      outbox.close();
      logs.main.write(`page gone ${reason}`);
    },
    onGivenUp: () => void askWhatNow({ window, strings, showLog }),
    now: Date.now,
  });

  const announce = createAnnouncer(window, strings);
  const engine = createEngineClient({
    launch: (): EngineProcess =>
      launchEngine(files, invocation.dataFolder, preferences.get().feedId ?? 'newest', logs.engineSaid),
    onState: (state) => {
      logs.main.write(`engine ${state.state}${state.state === 'failed' ? ` ${state.trouble.code}` : ''}`);
      outbox.post('engine.state', state);
    },
    onTrouble: (trouble) => {
      logs.main.write(`trouble ${trouble.code}`);
      outbox.post('trouble', trouble);
    },
    onEvent: (event) => {
      if (event.name === 'subscription.news') announce(event.payload);
      outbox.post(event.name, event.payload);
    },
    now: Date.now,
  });
  app.on('will-quit', quitAfter(engine.stop));

  register(
    createHandlers({
      engine,
      window: () => window,
      strings,
      preferences,
      onPreferences: apply,
      onPage: outbox.open,
      onReload: () => {
        outbox.close();
        window.webContents.reload();
      },
      showLog,
    }),
    (channel, error) => logs.failed(`request ${channel} failed`, error),
  );

  const openList = async (path: string) => {
    const opened = await engine.request('feed.open', { path });
    if (opened.ok) outbox.post('feed.opened', opened.value);
    else outbox.post('trouble', opened.trouble);
  };
  lists.openWith((path) => void openList(path));
  app.on('second-instance', (_event, _words, _folder, data) => {
    raise(window);
    const { file } = data as { file: string | null };
    if (file !== null) lists.add(file);
  });

  const command = (name: MenuCommand) => outbox.post('menu.command', { command: name });
  const about = () =>
    void dialog.showMessageBox(window, {
      title: strings.about,
      message: `${strings.appName} ${app.getVersion()}`,
      detail: `${strings.aboutText}\n\n${strings.licence}\nElectron ${process.versions.electron}`,
    });
  const onTrouble = (trouble: Trouble) => outbox.post('trouble', trouble);
  const report = () => void makeReport({ window, engine, logs, strings, onTrouble });
  const menu = { strings, platform: process.platform, command, about, report, showLogs: showLog };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menu)));
}

/** Holds the end of the program until the work before it is done; another start need not wait for that. */
function quitAfter(work: () => Promise<void>): (event: Electron.Event) => void {
  let isUnderWay = false;
  let isDone = false;
  return (event) => {
    if (isDone) return;
    event.preventDefault();
    if (isUnderWay) return;
    isUnderWay = true;
    app.releaseSingleInstanceLock();
    void work().then(() => {
      isDone = true;
      // Not within the event: Electron ignores a quit while it asks whether to quit.
      setImmediate(() => app.quit());
    });
  };
}

function language() {
  const system = process.platform === 'linux' ? null : app.getLocale();
  return chooseLanguage(app.commandLine.getSwitchValue('lang'), process.env, system);
}
