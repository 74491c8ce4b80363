import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#contract/events.ts';
import type { Strings } from './strings.ts';

type Items = MenuItemConstructorOptions[];

export interface MenuOptions {
  readonly strings: Strings;
  readonly platform: string;
  readonly command: (command: MenuCommand) => void;
  readonly about: () => void;
}

/** The menu bar as each platform expects it. Undo, search and the pages are keys of the page; the menu only shows them. */
export function menuTemplate(options: MenuOptions): Items {
  const isMac = options.platform === 'darwin';
  const { strings } = options;
  return [
    ...(isMac ? [appMenu(options)] : []),
    { label: strings.file, submenu: fileMenu(options, isMac) },
    { label: strings.edit, submenu: editMenu(options) },
    { label: strings.view, submenu: viewMenu(options) },
    ...(isMac ? [{ label: strings.window, role: 'windowMenu' as const }] : []),
    { label: strings.help, role: 'help', submenu: [{ label: strings.about, click: options.about }] },
  ];
}

function appMenu({ strings, about }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: strings.appName,
    submenu: [
      { label: strings.about, click: about },
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
    { label: strings.open, accelerator: 'CmdOrCtrl+O', click: () => command('open') },
    { label: strings.paste, accelerator: 'CmdOrCtrl+Shift+V', click: () => command('paste') },
    { type: 'separator' },
    { label: strings.exportLabels, accelerator: 'CmdOrCtrl+E', click: () => command('export') },
    { type: 'separator' },
    isMac ? { label: strings.close, role: 'close' } : { label: strings.quit, role: 'quit' },
  ];
}

function editMenu({ strings, command }: MenuOptions): Items {
  return [
    {
      label: strings.undo,
      accelerator: 'CmdOrCtrl+Z',
      registerAccelerator: false,
      click: () => command('undo'),
    },
    { type: 'separator' },
    { label: strings.cut, role: 'cut' },
    { label: strings.copy, role: 'copy' },
    { label: strings.pasteText, role: 'paste' },
    { label: strings.selectAll, role: 'selectAll' },
    { type: 'separator' },
    { label: strings.search, accelerator: 'CmdOrCtrl+F', click: () => command('search') },
  ];
}

function viewMenu({ strings, command }: MenuOptions): Items {
  return [
    { label: strings.viewDesk, ...pageKey(1), click: () => command('view-desk') },
    { label: strings.viewModel, ...pageKey(2), click: () => command('view-model') },
    { label: strings.viewToday, ...pageKey(3), click: () => command('view-today') },
    { label: strings.viewEditors, ...pageKey(4), click: () => command('view-editors') },
    { type: 'separator' },
    { label: strings.actualSize, role: 'resetZoom' },
    { label: strings.larger, role: 'zoomIn' },
    { label: strings.smaller, role: 'zoomOut' },
    { type: 'separator' },
    { label: strings.fullScreen, role: 'togglefullscreen' },
  ];
}

/** Shown only: the page listens to it. */
function pageKey(digit: number): MenuItemConstructorOptions {
  return { accelerator: `CmdOrCtrl+${digit}`, registerAccelerator: false };
}
