import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#contract/events.ts';
import type { Strings } from './strings.ts';

type Items = MenuItemConstructorOptions[];

export interface MenuOptions {
  readonly strings: Strings;
  readonly platform: string;
  readonly command: (command: MenuCommand) => void;
  readonly about: () => void;
  readonly report: () => void;
  readonly showLogs: () => void;
}

/** The menu bar as each platform expects it. All its keys are keys of the page; the menu only shows them. */
export function menuTemplate(options: MenuOptions): Items {
  const isMac = options.platform === 'darwin';
  const { strings } = options;
  return [
    ...(isMac ? [appMenu(options)] : []),
    { label: strings.file, submenu: fileMenu(options, isMac) },
    { label: strings.edit, submenu: editMenu(options) },
    { label: strings.view, submenu: viewMenu(options) },
    ...(isMac ? [{ label: strings.window, role: 'windowMenu' as const }] : []),
    { label: strings.help, role: 'help', submenu: helpMenu(options, isMac) },
  ];
}

function helpMenu({ strings, command, about, report, showLogs }: MenuOptions, isMac: boolean): Items {
  return [
    { label: strings.manual, ...shown('F1'), click: () => command('manual') },
    { label: strings.keys, click: () => command('help') },
    { label: strings.tour, click: () => command('tour') },
    { type: 'separator' },
    { label: strings.showLogs, click: showLogs },
    { label: strings.report, click: report },
    ...(isMac ? [] : [{ type: 'separator' } as const, { label: strings.about, click: about }]),
  ];
}

function settingsItem({
  strings,
  command,
}: Pick<MenuOptions, 'strings' | 'command'>): MenuItemConstructorOptions {
  return { label: strings.settings, ...shown('CmdOrCtrl+,'), click: () => command('settings') };
}

function appMenu({ strings, command, about }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: strings.appName,
    submenu: [
      { label: strings.about, click: about },
      { type: 'separator' },
      settingsItem({ strings, command }),
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { label: strings.quit, role: 'quit' },
    ],
  };
}

function fileMenu({ strings, command }: MenuOptions, isMac: boolean): Items {
  return [
    { label: strings.open, ...shown('CmdOrCtrl+O'), click: () => command('open') },
    { label: strings.paste, ...shown('CmdOrCtrl+Shift+V'), click: () => command('paste') },
    { type: 'separator' },
    { label: strings.subscriptions, ...shown('CmdOrCtrl+Shift+S'), click: () => command('subscriptions') },
    { type: 'separator' },
    { label: strings.exportLabels, ...shown('CmdOrCtrl+E'), click: () => command('export') },
    { type: 'separator' },
    isMac ? { label: strings.close, role: 'close' } : { label: strings.quit, role: 'quit' },
  ];
}

function editMenu({ strings, command, platform }: MenuOptions): Items {
  const isMac = platform === 'darwin';
  const isWindows = platform === 'win32';
  return [
    { label: strings.undo, ...shown('CmdOrCtrl+Z'), click: () => command('undo') },
    {
      label: strings.redo,
      ...shown(isWindows ? 'CmdOrCtrl+Y' : 'CmdOrCtrl+Shift+Z'),
      click: () => command('redo'),
    },
    { type: 'separator' },
    { label: strings.cut, role: 'cut' },
    { label: strings.copy, role: 'copy' },
    { label: strings.pasteText, role: 'paste' },
    { label: strings.selectAll, role: 'selectAll' },
    { type: 'separator' },
    { label: strings.search, ...shown('CmdOrCtrl+F'), click: () => command('search') },
    { label: strings.commands, ...shown('CmdOrCtrl+K'), click: () => command('commands') },
    ...(isMac ? [] : [{ type: 'separator' } as const, settingsItem({ strings, command })]),
  ];
}

function viewMenu({ strings, command }: MenuOptions): Items {
  return [
    { label: strings.viewDesk, ...shown('CmdOrCtrl+1'), click: () => command('view-desk') },
    { label: strings.viewModel, ...shown('CmdOrCtrl+2'), click: () => command('view-model') },
    { label: strings.viewToday, ...shown('CmdOrCtrl+3'), click: () => command('view-today') },
    { label: strings.viewEditors, ...shown('CmdOrCtrl+4'), click: () => command('view-editors') },
    { type: 'separator' },
    { label: strings.larger, ...shown('CmdOrCtrl+='), click: () => command('larger') },
    { label: strings.smaller, ...shown('CmdOrCtrl+-'), click: () => command('smaller') },
    { type: 'separator' },
    { label: strings.fullScreen, role: 'togglefullscreen' },
  ];
}

/** A key that the page listens to; the menu only shows it. */
function shown(accelerator: string): MenuItemConstructorOptions {
  return { accelerator, registerAccelerator: false };
}
